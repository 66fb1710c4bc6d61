import { evaluateInIsolate } from '@orchestrator/expression/isolate';
import type { EvaluatePayload, RegexPayload } from '../jobs.js';
import { offer } from './offer.js';
import { pristine } from './pristine.js';
import { runRegex } from './regex.js';

// What expressions and patterns enter by: both are done when `start` returns.
offer({
  start(text) {
    const payload = pristine.parse(text) as EvaluatePayload | RegexPayload;
    const answer = 'snapshot' in payload ? evaluateInIsolate(payload.text, payload.snapshot) : runRegex(payload);
    const answerText = pristine.stringify(answer);
    if (answerText.length > payload.maxChars) throw new RangeError('too large');
    return answerText;
  },
  poll: () => -1,
});
