import type { Messages } from '../../messages.ts';
import { documents } from './documents.ts';
import { expressions } from './expressions.ts';
import { imports } from './imports.ts';
import { nodes } from './nodes.ts';
import { requests } from './requests.ts';
import { runs } from './runs.ts';

/** Messages of the server, the engine and the nodes in German. */
export const messages: Messages = { ...documents, ...expressions, ...runs, ...nodes, ...requests, ...imports };
