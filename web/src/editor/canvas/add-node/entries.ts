import type { EdgeKind, JsonObject } from '@orchestrator/workflow';
import Fuse from 'fuse.js';
import type { NameOrder } from '../../../texts/name-order.ts';
import type { NodeType } from '../../node-types/node-types.queries.ts';

/** Something to add: a node type, or one of the things that a type can do. */
export interface Entry {
  key: string;
  type: NodeType;
  label: string;
  summary: string;
  keywords: readonly string[];
  parameters?: JsonObject;
  isAction: boolean;
}

/** What a new node must have to fit where it goes. */
export interface Fit {
  input?: EdgeKind;
  output?: EdgeKind;
  /** It is to start the workflow. */
  trigger?: boolean;
}

/** Types that stand for what an import could not carry over; nobody adds one. */
const HIDDEN = new Set(['placeholder']);

export function entriesOf(types: readonly NodeType[]): Entry[] {
  return types
    .filter(({ type }) => !HIDDEN.has(type))
    .flatMap((type): Entry[] => [
      {
        key: type.type,
        type,
        label: type.label,
        summary: type.summary,
        keywords: type.keywords,
        isAction: false,
      },
      ...type.actions
        .filter((action) => action.label !== type.label)
        .map((action) => ({
          key: `${type.type}/${action.label}`,
          type,
          label: action.label,
          summary: type.label,
          keywords: type.keywords,
          parameters: action.parameters as JsonObject | undefined,
          isAction: true,
        })),
    ]);
}

/** Whether a type has the ports that are asked for. Types whose ports depend on parameters are taken by their usual ones. */
export const fits = ({ kind: nodeKind, inputs, outputs }: NodeType, { input, output, trigger }: Fit): boolean =>
  (!trigger || nodeKind === 'trigger') &&
  (input === undefined || inputs.some(({ kind }) => kind === input)) &&
  (output === undefined || outputs.some(({ kind }) => kind === output));

/** Order of the groups when nothing is searched for. */
const GROUPS = ['trigger', 'data', 'flow', 'network', 'service', 'code', 'ai', 'file'];

/** What most workflows are made of comes first in its group. */
const USUAL = [
  'manualTrigger',
  'webhookTrigger',
  'scheduleTrigger',
  'subworkflowTrigger',
  'editFields',
  'filter',
  'aggregate',
  'splitOut',
  'if',
  'switch',
  'merge',
  'loopOverItems',
  'wait',
];

/** A search over entries by what they are called and what they do. */
export class EntrySearch {
  private readonly fuse: Fuse<Entry>;

  constructor(
    private readonly entries: readonly Entry[],
    private readonly order: NameOrder,
  ) {
    this.fuse = new Fuse([...entries], {
      keys: [
        { name: 'label', weight: 3 },
        { name: 'keywords', weight: 2 },
        { name: 'summary', weight: 1 },
      ],
      threshold: 0.35,
      ignoreLocation: true,
    });
  }

  /** What matches, best first; of two that match alike, what was used of late. Misspelt words find what is near. */
  find(text: string, recent: readonly string[]): Entry[] {
    const words = wordsOf(text).filter((word) => !FILLERS.has(word));
    if (words.length === 0) return this.browse(recent);
    const lift = (entry: Entry) => (recent.includes(entry.type.type) ? 0.5 : 0);
    const found = this.entries
      .map((entry) => ({ entry, score: matched(entry, words) }))
      .filter(({ score }) => score > 0)
      .toSorted((one, other) => other.score + lift(other.entry) - one.score - lift(one.entry))
      .map(({ entry }) => entry);
    return found.length > 0 ? found : this.fuse.search(text.trim()).map(({ item }) => item);
  }

  private browse(recent: readonly string[]): Entry[] {
    const place = (entry: Entry) => {
      const used = recent.indexOf(entry.type.type);
      if (used !== -1) return used - 1000;
      const group = GROUPS.indexOf(entry.type.group);
      const usual = USUAL.indexOf(entry.type.type);
      return (group === -1 ? GROUPS.length : group) + (usual === -1 ? 0.9 : usual / 100);
    };
    return this.entries
      .filter(({ isAction }) => !isAction)
      .toSorted((one, other) => place(one) - place(other) || this.order(one.label, other.label));
  }
}

/** Words that say nothing of what a node does. */
const FILLERS = new Set(['a', 'an', 'the', 'to', 'of', 'in', 'it', 'when', 'and', 'or', 'is', 'on', 'with', 'for']);

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** How well an entry matches: words that begin so, in its name most, then in its keywords, then in its summary. */
function matched({ label, keywords, summary, isAction }: Entry, words: readonly string[]): number {
  const names = wordsOf(label);
  const keys = keywords.flatMap(wordsOf);
  const others = wordsOf(summary);
  let score = 0;
  for (const word of words) {
    const begins = (each: string) => each.startsWith(word);
    if (names[0]?.startsWith(word)) score += 5;
    else if (names.some(begins)) score += 4;
    else if (keys.some(begins)) score += 3;
    else if (others.some(begins)) score += 1.5;
  }
  // Of a type and what it can do, the type comes first.
  return score > 0 && !isAction ? score + 0.25 : score;
}

const KEY = 'editor.recent-nodes';
const KEPT = 6;

export function recentTypes(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string').slice(0, KEPT) : [];
  } catch {
    return [];
  }
}

export function rememberType(type: string): void {
  const next = [type, ...recentTypes().filter((each) => each !== type)].slice(0, KEPT);
  localStorage.setItem(KEY, JSON.stringify(next));
}
