import type { WorkflowDocument } from '@orchestrator/workflow';
import approval from './documents/approval.json' with { type: 'json' };
import batches from './documents/batches.json' with { type: 'json' };
import csv from './documents/csv.json' with { type: 'json' };
import errorAlarm from './documents/error-alarm.json' with { type: 'json' };
import nightlySummary from './documents/nightly-summary.json' with { type: 'json' };
import onlyNew from './documents/only-new.json' with { type: 'json' };
import orderIntake from './documents/order-intake.json' with { type: 'json' };
import subWorkflow from './documents/sub-workflow.json' with { type: 'json' };
import triage from './documents/triage.json' with { type: 'json' };
import twoSources from './documents/two-sources.json' with { type: 'json' };

/** A workflow to begin with. */
export interface Template {
  id: string;
  title: string;
  description: string;
  /** What can be learnt from it. */
  shows: readonly string[];
  tags: readonly string[];
  document: WorkflowDocument;
}

/** In the order in which they are shown. A new one is a file in documents/ and a line here. */
export const TEMPLATES = [
  orderIntake,
  nightlySummary,
  onlyNew,
  approval,
  triage,
  batches,
  twoSources,
  csv,
  errorAlarm,
  subWorkflow,
] as unknown as readonly Template[];
