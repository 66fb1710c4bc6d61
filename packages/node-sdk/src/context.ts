import type { BinaryRef, EdgeKind, Item, JsonObject, JsonValue } from '@orchestrator/workflow';
import type { ParameterSet, ParameterValues } from './parameters.js';
import type { Soon } from './soon.js';

/**
 * Everything a node sees of the world. All calls but plain look-ups of what was handed in may be asynchronous, and take and
 * give plain data, so that the same node runs in this process or behind a process boundary. `await` serves for all; what
 * runs for every item can go on at once with what is there (`whenReady`).
 */
export interface NodeContext<P extends ParameterSet = ParameterSet> {
  readonly node: {
    readonly id: string;
    readonly name: string;
    readonly type: string;
    readonly version: number;
    readonly webhookId?: string;
  };
  readonly workflow: { readonly id: string; readonly name: string; readonly active: boolean };
  readonly execution: { readonly id: string; readonly mode: string; readonly resumeUrl?: string };
  /** IANA zone of the workflow. */
  readonly timezone: string;
  readonly runIndex: number;
  /** Items of the first main input. */
  readonly items: readonly Item[];
  /** Items of one main input; `null` when nothing arrived there. */
  input(index: number): readonly Item[] | null;
  /** Main inputs that the type declares for these parameters, joined or not. */
  readonly inputCount: number;
  /** The node's `onError` lets items go on after a fault: report per item instead of throwing (`eachItem` does). */
  readonly continueOnFail: boolean;
  readonly signal: AbortSignal;
  /** The same on every attempt of this step. */
  readonly idempotencyKey: string;
  /** Set when the node goes on after it had suspended. */
  readonly resume?: NodeResume;
  /** Set when the step may be tried again: lets a node that works item by item run only what failed (`eachItem` does). */
  readonly tries?: ItemTries;
  /** Parameters as they stand in the document, expressions unevaluated. */
  readonly raw: JsonObject;

  /** All shown parameters, evaluated for one input item, defaults filled in and types checked. */
  parameters(itemIndex: number): Soon<ParameterValues<P>>;
  /** One top-level parameter, evaluated for one input item. Others are not evaluated (but what `show` needs). */
  parameter<K extends keyof P & string>(name: K, itemIndex: number): Soon<ParameterValues<P>[K]>;
  /** Evaluates any value that may hold expressions, at any depth, with more globals if given. */
  evaluate(
    value: JsonValue,
    itemIndex: number,
    extra?: Readonly<Record<string, unknown>>,
  ): Promise<JsonValue | undefined>;
  /** The data of a credential of this node, expressions in it evaluated, tokens fresh. */
  credential(type: string, itemIndex?: number): Promise<JsonObject>;
  http(request: HttpRequest): Promise<HttpResponse>;
  readonly blobs: NodeBlobs;
  readonly code: CodeRunner;
  /** A tenant's regular expression, which never runs on the native engine here. */
  readonly regex: RegexRunner;
  /**
   * Kept between the runs of this node within this execution. Change it in place; it is saved with the result. Of a list
   * in it only what left at its front or came behind is written, so its members must not change, as items must not.
   */
  readonly memory: JsonObject;
  /** Outlives executions. Writes are committed with the step. */
  readonly state: NodeState;
  /** Answers the caller of the webhook that started this run, once. */
  respond(response: NodeWebhookResponse): Promise<void>;
  /** What other nodes supply on an edge of the given kind, in order of position. */
  supplied(kind: EdgeKind, itemIndex?: number): Promise<unknown[]>;
  /** Items and facts of nodes that ran before, for the rare node that needs them (the Code node's snapshot does). */
  readonly before: {
    isExecuted(nodeName: string): boolean;
    items(nodeName: string, output?: number, run?: number): readonly Item[];
  };
  /**
   * Does work on many items in steps, and lets others of the process have their turn in between: whatever takes longer
   * than some milliseconds on the longest lists goes this way.
   */
  inTurns<T>(steps: Iterator<void, T>): Promise<T>;
  log(level: 'debug' | 'info' | 'warn' | 'error', message: string, data?: JsonObject): void;
  progress(data: JsonObject): void;
  /** Epoch milliseconds. */
  now(): number;
}

/** See `ItemTries` of the engine. */
export interface ItemTries {
  /** What the item gave in an earlier attempt: it is not to be run again. `undefined` when it is to be run. */
  done(item: number): readonly Item[] | undefined;
  /** The item went well, or failed in a way that no other attempt mends: this is what it gave. */
  keep(item: number, gave: readonly Item[]): void;
  /** Whether an item that fails now may be tried again. If so the node tells it by `failed`, and throws in the end. */
  mayTryAgain(item: number): boolean;
  failed(item: number): void;
}

export type NodeResume =
  | { kind: 'timer' }
  | { kind: 'webhook'; items: readonly Item[] }
  | {
      kind: 'children';
      results: readonly { executionId: string; status: string; items: readonly Item[]; error?: { message: string } }[];
    };

/**
 * What a node gives: items per output, or word that it waits. `null`: nothing at all, as if it had not run; no run is
 * recorded, and the branch ends there.
 */
export type NodeResult = readonly (readonly Item[] | null)[] | NodeSuspension | null;

/** The node's run ends here for now; it is called again with `ctx.resume` when the first of these comes. */
export interface NodeSuspension {
  suspend: {
    /** Epoch milliseconds. */
    until?: number;
    webhook?: { method?: string; suffix?: string; auth?: JsonObject; responseMode?: string };
    children?: readonly {
      workflow: { id: string } | { document: JsonObject };
      items: readonly Item[];
      wait: boolean;
      /** `firstOutputs`: its items are led back as n8n does, see `ChildLinks` of the engine. */
      links?: 'firstOutputs';
    }[];
  };
}

/** A credential of the node, and the item that expressions in it are read for. */
export interface CredentialUse {
  type: string;
  itemIndex?: number;
}

export interface HttpRequest {
  method: string;
  url: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array | { blob: BinaryRef } | { multipart: MultipartPart[] };
  /** Milliseconds until the answer has begun. Default 300,000. */
  timeoutMs?: number;
  /** Redirects followed; 0 for none. Default 21. */
  maxRedirects?: number;
  /** Proxy for this call; passes the same address check. */
  proxy?: string;
  /** Accept certificates that can't be verified. */
  insecure?: boolean;
  /**
   * `text` decodes by charset; `blob` streams the body to the blob store; `auto` is `blob` when the answer says that it is
   * a file (images, archives, PDF...), else `text`. `json` is `text` that is going to be parsed: large ones are, here.
   * Default `bytes`.
   */
  as?: 'bytes' | 'text' | 'json' | 'blob' | 'auto';
  /** Bytes of an answer that is kept in memory. Default 64 MiB. */
  maxBytes?: number;
  clientCertificate?: { cert?: string; key?: string; ca?: string; passphrase?: string };
  /**
   * What the credential adds (headers, query, digest...), applied by the host to each hop that goes where the credential
   * may be sent. Of several the first signs first; one that shows a certificate comes before the others.
   */
  credential?: CredentialUse | readonly CredentialUse[];
  /** Query parameters whose values `HttpResponse.url` doesn't show: it ends in errors and items. Signing names its own. */
  secretQuery?: readonly string[];
}
export interface MultipartPart {
  name: string;
  value: string | Uint8Array | { blob: BinaryRef };
  fileName?: string;
  contentType?: string;
}
export interface HttpResponse {
  status: number;
  statusText: string;
  /** Lower-case names; repeated headers joined by `, `, but `set-cookie` a list. */
  headers: Record<string, string | string[]>;
  /** The address that answered, after redirects. */
  url: string;
  bytes?: Uint8Array;
  text?: string;
  /** What a large JSON text says, read without holding the process up. Smaller ones are for the node to parse. */
  json?: JsonValue;
  blob?: BinaryRef;
}

export interface NodeBlobs {
  read(ref: BinaryRef): Promise<Uint8Array>;
  write(bytes: Uint8Array, meta: { mimeType?: string; fileName?: string }): Promise<BinaryRef>;
}

/** Runs a tenant's code in an isolate of another process, with limits. */
export interface CodeRunner {
  /** Runs JavaScript with the globals of the language; gives back what it returned, as plain data. */
  javascript(request: CodeRequest): Promise<CodeResult>;
}
export interface CodeRequest {
  code: string;
  /** `all`: once, with `$input.all()` and `items`. `each`: once for each item of `itemIndexes`, with `$json` and `item`. */
  mode: 'all' | 'each';
  /** Dialect of the globals: `code` for the Code node, `function` and `functionItem` for n8n's older nodes. */
  dialect?: 'code' | 'function' | 'functionItem';
  itemIndexes?: readonly number[];
  timeoutMs?: number;
}
export interface CodeResult {
  /** One value for `all`, one for each index for `each`; an error stands in its place. */
  values: ({ value: JsonValue | undefined } | { error: { message: string; line?: number } })[];
  /** What it wrote to the console, with the item that it ran for. */
  logs: { level: 'debug' | 'info' | 'warn' | 'error'; text: string; item?: number }[];
}

export interface RegexRunner {
  test(pattern: string, flags: string, text: string): Promise<boolean>;
  /** All matches with groups; `limit` at most. */
  matches(
    pattern: string,
    flags: string,
    text: string,
    limit?: number,
  ): Promise<{ index: number; groups: (string | null)[]; named?: Record<string, string> }[]>;
  replace(pattern: string, flags: string, text: string, replacement: string): Promise<string>;
  split(pattern: string, flags: string, text: string): Promise<string[]>;
}

export interface NodeState {
  get(scope: 'workflow' | 'node' | 'execution', key: string): Promise<JsonValue | undefined>;
  set(scope: 'workflow' | 'node' | 'execution', key: string, value: JsonValue | null): Promise<void>;
}

export interface NodeWebhookResponse {
  status?: number;
  headers?: Record<string, string>;
  body?: { json: JsonValue } | { text: string } | { file: BinaryRef };
}
