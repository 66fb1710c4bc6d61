import { api, unwrap } from '../../../api/client.ts';

/** Whether a text is nothing but the address of a page or file. */
export const isAddress = (text: string): boolean => /^\s*https?:\/\/\S+\s*$/i.test(text);

/** The text of a workflow that lies on the web. @throws ApiProblem in words for the person when there is none */
export const fetchWorkflow = async (address: string): Promise<string> =>
  (await unwrap(api.POST('/api/v1/workflows/fetch', { body: { url: address.trim() } }))).text;
