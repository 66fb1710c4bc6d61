import type { SandboxFaultCode } from '../sandbox-fault.js';

/** Why a job came to no answer, inside a code process. */
export class JobFault extends Error {
  constructor(readonly code: SandboxFaultCode) {
    super(code);
  }
}
