import { createHash, randomBytes } from 'node:crypto';
import type { Config } from '../../../../src/config/config.js';
import type { asOwner } from '../../../../src/infrastructure/database/owner-connection.js';
import type { Command } from '../command.js';

const HOURS = 24;

/** The server's own code, built (`npm start` or `npm run build`); the command line is a package beside it. */
async function server(): Promise<{
  asOwner: typeof asOwner;
  readConfig(env: NodeJS.ProcessEnv): Config;
  publicUrl(config: Config): string;
}> {
  const built = (path: string) => import(new URL(`../../../../dist/${path}`, import.meta.url).href);
  const [database, config] = await Promise.all([
    built('infrastructure/database/owner-connection.js'),
    built('config/config.js'),
  ]);
  return { asOwner: database.asOwner, readConfig: config.readConfig, publicUrl: config.publicUrl };
}

export const command: Command = {
  name: 'reset-password',
  summary: 'Prints a one-time link with which the user sets a new password. Uses DATA_DIR or DATABASE_URL.',
  usage: 'reset-password EMAIL',
  async run(args) {
    const [email, ...rest] = args;
    if (!email || rest.length > 0 || email.startsWith('-')) {
      process.stderr.write('Usage: orchestrator reset-password EMAIL\n');
      return 2;
    }
    try {
      const { asOwner, readConfig, publicUrl } = await server();
      const config = readConfig(process.env);
      const token = randomBytes(32).toString('base64url');
      const hash = createHash('sha256').update(token).digest('hex');
      const offered = await asOwner({ url: config.DATABASE_URL, dataDir: config.DATA_DIR }, async (client) => {
        const { rowCount } = await client.query(
          `insert into password_resets (token_hash, user_id, expires_at)
           select $2, id, now() + make_interval(hours => $3) from users where email = $1`,
          [email.trim().toLowerCase(), hash, HOURS],
        );
        return rowCount === 1;
      });
      if (!offered) {
        process.stderr.write(`Nobody has an account with the address ${email}.\n`);
        return 1;
      }
      process.stdout.write(`${publicUrl(config)}/reset-password#token=${token}\n`);
      process.stderr.write(
        `The link is good for ${HOURS} hours, once. Its token can also be sent to auth/reset-password.\n`,
      );
      return 0;
    } catch (error) {
      process.stderr.write(`orchestrator reset-password: ${(error as Error).message}\n`);
      return 1;
    }
  },
};
