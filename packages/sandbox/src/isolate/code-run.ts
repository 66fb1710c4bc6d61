import { codeGlobals } from '@orchestrator/expression/isolate';
import type { Item, JsonObject, JsonValue } from '@orchestrator/workflow';
import type { CodePayload } from '../jobs.js';
import { ConsoleLog } from './console.js';
import { describeError, SCRIPT_NAME } from './error-text.js';
import { functionItemGlobals } from './function-item.js';
import { nodeParameterReader } from './node-parameter.js';
import { pristine } from './pristine.js';
import { refusals } from './refusals.js';
import { ScriptGlobals } from './script-globals.js';
import { Timers } from './timers.js';

/** What leaves a context that tenants' code gets: ways to wait without end, and engines that nothing here needs. */
const TAKEN_AWAY = ['SharedArrayBuffer', 'Atomics', 'WebAssembly', 'FinalizationRegistry', 'WeakRef'];
/** Keys of custom data that one job may write. */
const MAX_CUSTOM_DATA = 100;

// One job enters a context, so what is ready before it comes can be its own.
const timers = new Timers();
const log = new ConsoleLog();
const scriptGlobals = new ScriptGlobals();
scriptGlobals.add({ ...timers.globals(), console: log.global(), ...refusals });

/** Which of `item` and `items` a script has. */
const ITEM = new Set(['item']);
const ITEMS = new Set(['items']);
const BOTH = new Set(['item', 'items']);
const NAMES: Record<CodePayload['dialect'], (mode: CodePayload['mode']) => ReadonlySet<string>> = {
  code: (mode) => (mode === 'all' ? ITEMS : ITEM),
  function: () => ITEMS,
  functionItem: () => BOTH,
};

type Kind = 'global' | 'node';

/** One job of a Code node, from its text to its answer. The context is its own, so its globals are simply global. */
export class CodeRun {
  private readonly items: Item[];
  private readonly staticData: Record<Kind, { data: JsonObject; before: string } | undefined>;
  private readonly customData: Record<string, string> = {};
  private answer: string | undefined;
  private failure: unknown;

  constructor(private readonly job: CodePayload) {
    this.items = job.snapshot.items as Item[];
    this.staticData = { global: undefined, node: undefined };
  }

  start(): void {
    for (const name of TAKEN_AWAY) delete (globalThis as Record<string, unknown>)[name];
    this.execute().then(
      (text) => {
        this.answer = text;
      },
      (error) => {
        this.failure = error;
      },
    );
  }

  /** See `entry.poll`. */
  poll(): string | number {
    if (this.failure !== undefined) throw this.failure;
    if (this.answer !== undefined) return this.answer;
    const wait = timers.wait();
    if (wait === undefined) return -1;
    if (wait > 0) return wait;
    timers.fire();
    return 0;
  }

  private async execute(): Promise<string> {
    const parts: string[] = [];
    let chars = 0;
    const keep = (part: string) => {
      chars += part.length;
      if (chars > this.job.maxChars) throw new RangeError('too large');
      parts.push(part);
    };
    const { mode, dialect, itemIndexes } = this.job;
    const indexes = mode === 'all' ? [0] : (itemIndexes ?? this.items.map((_, index) => index));
    let script: (() => Promise<unknown>) | undefined;
    for (const index of indexes) {
      log.item = mode === 'all' ? undefined : index;
      try {
        scriptGlobals.show(this.globalsFor(index), NAMES[dialect](mode));
        script ??= this.compile();
        keep(this.valueText(await this.runOnce(script, index)));
      } catch (error) {
        if (error instanceof RangeError && error.message === 'too large') throw error;
        keep(`{"error":${pristine.stringify(describeError(error))}}`);
      }
    }
    const rest = { logs: log.lines, staticData: this.changedStaticData(), customData: this.customData };
    const restText = pristine.stringify(rest);
    keep(restText);
    parts.pop();
    return `{"values":[${parts.join(',')}],${restText.slice(1)}`;
  }

  private async runOnce(script: () => Promise<unknown>, index: number): Promise<unknown> {
    const { dialect } = this.job;
    if (dialect !== 'functionItem') return this.withLineage(await script());
    const item = this.items[index] as Item;
    const json = await script();
    return { json: json ?? undefined, binary: item.binary };
  }

  /** Input items that are given on as they are keep word of where they came from. */
  private withLineage(value: unknown): unknown {
    if (this.job.mode !== 'all' || !Array.isArray(value)) return value;
    const places = new Map(this.items.map((item, index) => [item, index]));
    return value.map((item: Item) => {
      const place = places.get(item);
      return place !== undefined && item.pairedItem === undefined ? { ...item, pairedItem: { item: place } } : item;
    });
  }

  private compile(): () => Promise<unknown> {
    return new pristine.AsyncFunction(`${this.job.code}\n//# sourceURL=${SCRIPT_NAME}`) as () => Promise<unknown>;
  }

  private globalsFor(index: number): Record<string, unknown> {
    const { snapshot, dialect } = this.job;
    const item = this.items[index];
    const getStatic = (kind: unknown) => this.staticOf(kind);
    const globals = codeGlobals(
      { ...snapshot, itemIndex: index },
      {
        items: this.items,
        staticData: (kind) => getStatic(kind) as Record<string, JsonValue>,
        setCustomData: (key, value) => this.setCustomData(key, value),
      },
    );
    const own: Record<string, unknown> = { $getWorkflowStaticData: getStatic, items: this.items, item };
    if (dialect !== 'code') {
      own.getWorkflowStaticData = getStatic;
      own.getNodeParameter = nodeParameterReader(snapshot.node.parameters);
    }
    if (dialect === 'functionItem') Object.assign(own, functionItemGlobals(item as Item, index));
    return Object.defineProperties(globals, Object.getOwnPropertyDescriptors(own));
  }

  private staticOf(kind: unknown): JsonObject {
    if (kind !== 'global' && kind !== 'node') {
      throw new Error(`Static data is kept for "global" or "node", not for "${String(kind)}".`);
    }
    const known = this.staticData[kind];
    if (known) return known.data;
    const data = this.job.staticData?.[kind] ?? {};
    this.staticData[kind] = { data, before: pristine.stringify(data) };
    return data;
  }

  private setCustomData(key: string, value: string): void {
    if (!(key in this.customData) && Object.keys(this.customData).length >= MAX_CUSTOM_DATA) {
      throw new Error(`A run can keep ${MAX_CUSTOM_DATA} values of custom data at most.`);
    }
    this.customData[String(key)] = String(value);
  }

  private changedStaticData(): Partial<Record<Kind, JsonObject>> | undefined {
    const changed: Partial<Record<Kind, JsonObject>> = {};
    for (const kind of ['global', 'node'] as const) {
      const known = this.staticData[kind];
      if (known && pristine.stringify(known.data) !== known.before) changed[kind] = known.data;
    }
    return Object.keys(changed).length > 0 ? changed : undefined;
  }

  private valueText(value: unknown): string {
    const text = pristine.stringify(value) as string | undefined;
    return text === undefined ? '{}' : `{"value":${text}}`;
  }
}
