import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A membership that ends takes its API keys before its invitations, as the removal of a key does: in the other order,
 * a member and a key of theirs that are removed at once would wait for each other.
 */
export class LinksInOrder1795707040000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(functionText(KEYS_FIRST));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(functionText(LINKS_FIRST));
  }
}

const KEYS = 'delete from api_keys where tenant_id = old.tenant_id and user_id = old.user_id;';
const LINKS = `update invitations set ended_at = now(), ended_because = 'maker_left'
              where tenant_id = old.tenant_id and created_by = old.user_id and ended_at is null;`;
const KEYS_FIRST = `${KEYS}\n            ${LINKS}`;
const LINKS_FIRST = `${LINKS}\n            ${KEYS}`;

function functionText(ended: string): string {
  return `
      create or replace function membership_ends_links() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          if tg_op = 'INSERT' then
            update invitations set ended_at = now(), ended_because = 'already_member'
              where tenant_id = new.tenant_id and ended_at is null
                and email = (select u.email from users u where u.id = new.user_id);
            update password_resets set ended_at = now(), ended_because = 'joined_elsewhere'
              where user_id = new.user_id and granted_in <> new.tenant_id and ended_at is null;
            return null;
          end if;
          if tg_op = 'DELETE' then
            ${ended}
          elsif role_rank(new.role) < role_rank(old.role) then
            update invitations set ended_at = now(), ended_because = 'maker_demoted'
              where tenant_id = old.tenant_id and created_by = old.user_id and ended_at is null
                and (role_rank(new.role) < role_rank('admin') or role_rank(new.role) < role_rank(role));
          end if;
          if tg_op = 'DELETE' or new.role <> old.role then
            update password_resets set ended_at = now(), ended_because = 'membership_changed'
              where granted_in = old.tenant_id and old.user_id in (user_id, granted_by) and ended_at is null;
          end if;
          return null;
        end $$;
    `;
}
