import type { Schema } from '../infrastructure/database/database.js';
import { Executions1764000300000 } from './executions/migrations/executions.migration.js';
import { Workflows1764000200000 } from './workflows/migrations/workflows.migration.js';

/** The tables of every domain: each adds its entities and its migrations here. Migrations run by their time stamp. */
export const SCHEMA: Schema = {
  entities: [],
  migrations: [Workflows1764000200000, Executions1764000300000],
};
