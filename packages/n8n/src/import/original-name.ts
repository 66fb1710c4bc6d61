/** How names of products and abbreviations are written, by what they are in small letters. */
const SPELLINGS: Readonly<Record<string, string>> = {
  activecampaign: 'ActiveCampaign',
  ai: 'AI',
  amqp: 'AMQP',
  api: 'API',
  aws: 'AWS',
  bamboohr: 'BambooHR',
  calcslive: 'CalcsLive',
  clickup: 'ClickUp',
  convertkit: 'ConvertKit',
  csv: 'CSV',
  db: 'DB',
  deepl: 'DeepL',
  deepseek: 'DeepSeek',
  ftp: 'FTP',
  getresponse: 'GetResponse',
  github: 'GitHub',
  gitlab: 'GitLab',
  graphql: 'GraphQL',
  html: 'HTML',
  http: 'HTTP',
  hubspot: 'HubSpot',
  huggingface: 'Hugging Face',
  imap: 'IMAP',
  jotform: 'JotForm',
  jwt: 'JWT',
  ldap: 'LDAP',
  linkedin: 'LinkedIn',
  llm: 'LLM',
  mailerlite: 'MailerLite',
  mcp: 'MCP',
  mongodb: 'MongoDB',
  mqtt: 'MQTT',
  mysql: 'MySQL',
  nocodb: 'NocoDB',
  onedrive: 'OneDrive',
  openai: 'OpenAI',
  openrouter: 'OpenRouter',
  pagerduty: 'PagerDuty',
  paypal: 'PayPal',
  pdf: 'PDF',
  qa: 'Q&A',
  questdb: 'QuestDB',
  rss: 'RSS',
  s3: 'S3',
  sendgrid: 'SendGrid',
  serpapi: 'SerpAPI',
  ses: 'SES',
  sms: 'SMS',
  smtp: 'SMTP',
  sql: 'SQL',
  ssh: 'SSH',
  tls: 'TLS',
  url: 'URL',
  whatsapp: 'WhatsApp',
  wordpress: 'WordPress',
  xml: 'XML',
  youtube: 'YouTube',
};

/** Families of n8n's AI nodes, whose types begin with what they are: `lmChatOpenAi` is a chat model of OpenAI. */
const FAMILIES: readonly (readonly [prefix: string, noun: string])[] = [
  ['lmChat', 'chat model'],
  ['lm', 'model'],
  ['embeddings', 'embeddings'],
  ['memory', 'memory'],
  ['outputParser', 'parser'],
  ['vectorStore', 'vector store'],
  ['textSplitter', 'splitter'],
  ['retriever', 'retriever'],
  ['reranker', 'reranker'],
  ['document', 'loader'],
  ['chain', 'chain'],
  ['tool', 'tool'],
];

/** Words that stay small after the first: what is left are names of products. */
const PLAIN_WORDS = new Set(
  (
    'and binary buffer calculator calendar chat classifier code command convert data default edit execute extract ' +
    'extractor feed file files fixing form from in information input item items language list lists loader manager ' +
    'memory model monitor move natural output parser read request recursive send sentiment analysis splitter ' +
    'spreadsheet structured summarization text to token tool trigger window workflow write character'
  ).split(' '),
);

/** Longer types are no names that anybody reads. */
const MAX_TYPE = 200;

/**
 * What a node of n8n is called, in two or three words, by its type: "Gmail" for `n8n-nodes-base.gmail`, "OpenAI chat
 * model" for `@n8n/n8n-nodes-langchain.lmChatOpenAi`. Made from the type alone, so that nodes of the community have a name too.
 */
export function originalName(type: string): string {
  const own = type.slice(0, MAX_TYPE).split('.').at(-1) ?? '';
  const trigger = /^(.+)Trigger$/.exec(own);
  if (trigger?.[1]) return `${originalName(trigger[1])} trigger`;
  const tool = /^(.+)Tool$/.exec(own);
  if (tool?.[1]) return `${originalName(tool[1])} tool`;
  for (const [prefix, noun] of FAMILIES) {
    const rest = own.slice(prefix.length);
    if (!own.startsWith(prefix) || !/^[A-Z]/.test(rest)) continue;
    const name = words(rest);
    return name.toLowerCase().endsWith(noun) ? name : `${name} ${noun}`;
  }
  return words(own) || 'Unknown node';
}

/** The words of a name in camel case, as they are written. */
function words(name: string): string {
  const whole = SPELLINGS[name.toLowerCase()];
  if (whole) return whole;
  const parts = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .split(/[\s_-]+/)
    .filter(Boolean);
  const joined: string[] = [];
  for (let at = 0; at < parts.length; at++) {
    // `Open Ai`, `Mongo Db`: two humps of one name.
    const pair = SPELLINGS[`${parts[at]}${parts[at + 1] ?? ''}`.toLowerCase()];
    const own = pair ?? SPELLINGS[(parts[at] ?? '').toLowerCase()] ?? sized(parts[at] ?? '', joined.length === 0);
    if (pair && parts[at + 1] !== undefined) at++;
    joined.push(own);
  }
  return joined.join(' ');
}

function sized(word: string, first: boolean): string {
  const small = word.toLowerCase();
  if (!first && PLAIN_WORDS.has(small)) return small;
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
