import type { Texts } from '../texts.ts';
import { access } from './access.ts';
import { canvas } from './canvas.ts';
import { credentials } from './credentials.ts';
import { curl } from './curl.ts';
import { executions } from './executions.ts';
import { frame } from './frame.ts';
import { panel } from './panel.ts';
import { run } from './run.ts';
import { schedules } from './schedules.ts';
import { session } from './session.ts';
import { settings } from './settings.ts';
import { templates } from './templates.ts';
import { together } from './together.ts';
import { views } from './views.ts';
import { webhooks } from './webhooks.ts';
import { words } from './words.ts';
import { workflows } from './workflows.ts';

export const de: Texts = {
  words,
  frame,
  session,
  workflows,
  executions,
  schedules,
  credentials,
  templates,
  settings,
  canvas,
  panel,
  run,
  together,
  views,
  access,
  curl,
  webhooks,
};
