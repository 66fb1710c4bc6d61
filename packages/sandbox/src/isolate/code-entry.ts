import type { CodePayload } from '../jobs.js';
import { CodeRun } from './code-run.js';
import { offer } from './offer.js';
import { pristine } from './pristine.js';

// What a script's job enters by.
let run: CodeRun | undefined;

offer({
  start(text) {
    run = new CodeRun(pristine.parse(text) as CodePayload);
    run.start();
    return 0;
  },
  poll: () => (run === undefined ? -1 : run.poll()),
});
