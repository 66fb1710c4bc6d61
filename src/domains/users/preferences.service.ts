import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import type { Preferences } from './dto/preferences.dto.js';

/** How a person likes the app: the same in every tenant and on every device. */
@Injectable()
export class PreferencesService {
  constructor(private readonly work: UnitOfWork) {}

  /** Empty for whoever never chose anything. */
  async get(userId: string): Promise<Preferences> {
    const [row] = (await this.work.asUser(userId, (tx) =>
      tx.query('select preferences from user_preferences where user_id = $1', [userId]),
    )) as { preferences: Preferences }[];
    return row?.preferences ?? {};
  }

  /** Puts these in the place of those that were. */
  async put(userId: string, { language, colours, tourDone }: Preferences): Promise<Preferences> {
    // Text in between leaves out what was not chosen.
    const chosen = JSON.stringify({
      language: language ?? undefined,
      colours: colours ?? undefined,
      tourDone: tourDone ?? undefined,
    });
    await this.work.asUser(userId, (tx) =>
      tx.query(
        `insert into user_preferences (user_id, preferences) values ($1, $2)
         on conflict (user_id) do update set preferences = excluded.preferences, updated_at = now()`,
        [userId, chosen],
      ),
    );
    return this.get(userId);
  }
}
