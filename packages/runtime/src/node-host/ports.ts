import type { NodeCall } from '@orchestrator/engine';
import type { EvaluationScope } from '@orchestrator/expression';
import type { CodeRequest, CodeResult, HttpRequest, HttpResponse, RegexRunner } from '@orchestrator/node-sdk';
import type { BinaryRef, JsonObject, JsonValue, WorkflowNode } from '@orchestrator/workflow';
import type { HopSigner, SendHop } from '../http/hop-signer.js';
import type { CredentialAnswer, UsedCredential } from '../http/sign-request.js';

/** A credential as it is stored, in plain text. */
export interface HeldCredential {
  /** What people call it. */
  name: string;
  data: JsonObject;
  /** Where it may be sent (`hostPattern`). Empty: not settled yet, the first use decides. */
  allowedHosts: readonly string[];
  /** Is told what services answer to it. Must not wait or throw. */
  answered?(answer: CredentialAnswer): void;
}

/** The data of credentials, by reference. Secrets are handed to the node that names them and to nobody else. */
export interface CredentialSource {
  /**
   * @param workflowId whose run uses it, for the tenant's audit
   * @throws when the credential is not there, not of that type, or not this tenant's
   */
  read(tenantId: string, type: string, id: string, workflowId: string): Promise<HeldCredential>;
  /**
   * Makes a host the only one that a credential may be sent to, if it has none yet; of several that try at once one wins.
   * @returns the hosts that are in force now, for good
   */
  claimHost(
    tenantId: string,
    id: string,
    host: string,
    by: { executionId: string; node: string },
  ): Promise<readonly string[]>;
}

/** Sends requests out, past the address check. */
export interface HttpSender {
  request(
    request: HttpRequest,
    options: { signal: AbortSignal; tenantId: string; executionId: string; signer?: HopSigner },
  ): Promise<HttpResponse>;
}

/** Makes what adds a credential to the hops of one call, with the round trips that takes (tokens, digest). */
export type RequestSigner = (credential: UsedCredential, sendBare: SendHop) => HopSigner;

/** Files of a tenant's executions. */
export interface BlobAccess {
  read(tenantId: string, ref: BinaryRef): Promise<Uint8Array>;
  write(
    tenantId: string,
    executionId: string,
    bytes: Uint8Array,
    meta: { mimeType?: string; fileName?: string },
  ): Promise<BinaryRef>;
}

/** Runs tenants' code and the expressions that the fast path can't, in other processes. */
export interface CodeHost {
  runCode(job: CodeHostJob): Promise<CodeHostResult>;
  regex(tenantId: string): RegexRunner;
}
export interface CodeHostJob extends CodeRequest {
  tenantId: string;
  scope: EvaluationScope;
  /** Static data that the code may read and change. */
  staticData: { global: JsonObject; node: JsonObject };
  signal: AbortSignal;
}
export interface CodeHostResult extends CodeResult {
  /** The static data afterwards, where it was changed. */
  staticData?: { global?: JsonObject; node?: JsonObject };
  /** Custom data of the execution that the code set. */
  customData?: Record<string, string>;
}

/** Committed state that outlives executions. Writes go the other way: as events of the journal. */
export interface StateReader {
  read(
    call: Pick<NodeCall, 'run'> & { node: Pick<WorkflowNode, 'id' | 'name'> },
    scope: 'workflow' | 'node',
    key: string,
  ): Promise<JsonValue | undefined>;
}

/** Values that every expression of a tenant can see. */
export interface Globals {
  env: Readonly<Record<string, string>>;
  vars(tenantId: string): JsonObject;
  /**
   * What stands behind a run's id in the address that lets it go on, and proves that the run handed it out.
   * @param callWait number of the wait that it is for
   */
  resumeToken?(executionId: string, callWait: number): string;
}
