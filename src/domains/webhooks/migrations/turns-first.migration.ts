import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever takes addresses back waits for their turn before they lock any, not after. Else one waits for the turn with an
 * address in hand while another has the turn and waits for that address: the database ends one of them after a second,
 * in which nobody of any tenant publishes, listens or registers.
 */
export class TurnsFirst1795709030006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function webhook_routes_turn() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        perform from live_epoch for update;
        return null;
      end $$;
      create trigger webhook_routes_turn before delete on webhook_routes
        for each statement execute function webhook_routes_turn();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger webhook_routes_turn on webhook_routes;
      drop function webhook_routes_turn();
    `);
  }
}
