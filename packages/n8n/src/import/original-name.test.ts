import { expect, test } from 'vitest';
import { originalName } from './original-name.js';

test.each([
  ['n8n-nodes-base.gmail', 'Gmail'],
  ['n8n-nodes-base.googleSheets', 'Google Sheets'],
  ['n8n-nodes-base.youTube', 'YouTube'],
  ['n8n-nodes-base.mySql', 'MySQL'],
  ['n8n-nodes-base.rssFeedRead', 'RSS feed read'],
  ['n8n-nodes-base.awsS3', 'AWS S3'],
  ['n8n-nodes-base.googleSheetsTrigger', 'Google Sheets trigger'],
  ['n8n-nodes-base.httpRequestTool', 'HTTP request tool'],
  ['n8n-nodes-base.readPDF', 'Read PDF'],
  ['@n8n/n8n-nodes-langchain.agent', 'Agent'],
  ['@n8n/n8n-nodes-langchain.openAi', 'OpenAI'],
  ['@n8n/n8n-nodes-langchain.lmChatOpenAi', 'OpenAI chat model'],
  ['@n8n/n8n-nodes-langchain.lmOllama', 'Ollama model'],
  ['@n8n/n8n-nodes-langchain.chainLlm', 'LLM chain'],
  ['@n8n/n8n-nodes-langchain.chainRetrievalQa', 'Retrieval Q&A chain'],
  ['@n8n/n8n-nodes-langchain.memoryBufferWindow', 'Buffer window memory'],
  ['@n8n/n8n-nodes-langchain.memoryManager', 'Manager memory'],
  ['@n8n/n8n-nodes-langchain.embeddingsOpenAi', 'OpenAI embeddings'],
  ['@n8n/n8n-nodes-langchain.documentDefaultDataLoader', 'Default data loader'],
  ['@n8n/n8n-nodes-langchain.toolWikipedia', 'Wikipedia tool'],
  ['@n8n/n8n-nodes-langchain.chatTrigger', 'Chat trigger'],
  ['@n8n/n8n-nodes-langchain.textClassifier', 'Text classifier'],
  ['@n8n/n8n-nodes-langchain.mcpClientTool', 'MCP Client tool'],
  ['n8n-nodes-ntfy.Ntfy', 'Ntfy'],
  ['', 'Unknown node'],
  ['...', 'Unknown node'],
  ['Trigger', 'Trigger'],
])('%s is called %s', (type, name) => expect(originalName(type)).toBe(name));

test('a type that is no name is cut, and read in no time', () => {
  expect(originalName('A'.repeat(1_000_000)).length).toBeLessThan(500);
});
