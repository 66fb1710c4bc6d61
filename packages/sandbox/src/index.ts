export type { CodeJob, CodeJobResult, StaticData } from './jobs.js';
export { DEFAULT_LIMITS, type SandboxLimits } from './limits.js';
export { FairQueue, type Queued } from './pool/fair-queue.js';
export { TenantUsage } from './pool/tenant-usage.js';
export { Sandbox, type TenantSandbox } from './sandbox.js';
export { SandboxFault, type SandboxFaultCode } from './sandbox-fault.js';
