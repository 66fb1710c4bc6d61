import {
  ArrowDownAZ,
  Bot,
  Braces,
  CalendarClock,
  CalendarDays,
  CircleArrowRight,
  CircleDashed,
  CodeXml,
  CopyMinus,
  Database,
  FileText,
  Funnel,
  GitCompareArrows,
  Globe,
  Hourglass,
  KeyRound,
  Layers,
  ListEnd,
  type LucideIcon,
  Mail,
  Merge,
  MousePointerClick,
  OctagonX,
  Plug,
  Repeat2,
  Replace,
  Reply,
  Route,
  Sigma,
  Siren,
  Split,
  SquarePen,
  Timer,
  Ungroup,
  Webhook,
  Workflow,
  Zap,
} from 'lucide-react';
import type { NodeType } from './node-types.queries.ts';

/** Icons of the built-in nodes. A map of those that are used: the whole set would be larger than the editor. */
const BY_TYPE: Readonly<Record<string, LucideIcon>> = {
  aggregate: Layers,
  code: CodeXml,
  compareDatasets: GitCompareArrows,
  crypto: KeyRound,
  dateTime: CalendarDays,
  editFields: SquarePen,
  errorTrigger: Siren,
  executeSubworkflow: Workflow,
  filter: Funnel,
  httpRequest: Globe,
  if: Split,
  limit: ListEnd,
  loopOverItems: Repeat2,
  manualTrigger: MousePointerClick,
  merge: Merge,
  noOperation: CircleArrowRight,
  placeholder: CircleDashed,
  removeDuplicates: CopyMinus,
  renameKeys: Replace,
  respondToWebhook: Reply,
  scheduleTrigger: CalendarClock,
  sort: ArrowDownAZ,
  splitOut: Ungroup,
  stopAndError: OctagonX,
  subworkflowTrigger: Workflow,
  summarize: Sigma,
  switch: Route,
  wait: Hourglass,
  webhookTrigger: Webhook,
};

/** For other types: the icon that a type names, or that of its group. */
const BY_NAME: Readonly<Record<string, LucideIcon>> = {
  globe: Globe,
  mail: Mail,
  database: Database,
  bot: Bot,
  timer: Timer,
  'file-text': FileText,
};
const BY_GROUP: Readonly<Record<string, LucideIcon>> = {
  trigger: Zap,
  data: Braces,
  flow: Split,
  network: Globe,
  code: CodeXml,
  ai: Bot,
  file: FileText,
  service: Plug,
};

/** The icon of a node type. */
export const iconOf = (type: string, declared?: NodeType): LucideIcon =>
  BY_TYPE[type] ??
  (declared && (BY_NAME[declared.icon] ?? BY_GROUP[declared.group])) ??
  (type.endsWith('Trigger') ? Zap : CircleDashed);

/** The colours of a type's chip: the token of its group. */
const CHIPS: Readonly<Record<string, string>> = {
  trigger: 'bg-trigger-soft text-trigger',
  data: 'bg-data-soft text-data',
  flow: 'bg-flow-soft text-flow',
  network: 'bg-network-soft text-network',
  service: 'bg-network-soft text-network',
  file: 'bg-data-soft text-data',
  code: 'bg-code-soft text-code',
  ai: 'bg-ai-soft text-ai',
};
export const chipOf = (group: string | undefined): string => CHIPS[group ?? 'code'] ?? 'bg-code-soft text-code';
