// Writes workflow.schema.json from the built package. Run by `npm run schema -w packages/workflow` after a build.
import { writeFileSync } from 'node:fs';
import { workflowJsonSchema } from './dist/schema.js';

writeFileSync(new URL('./workflow.schema.json', import.meta.url), `${JSON.stringify(workflowJsonSchema(), null, 2)}\n`);
