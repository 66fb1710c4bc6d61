/** Whether a text is meant as a curl command. */
export const isCurl = (text: string): boolean => /^\s*(?:\$\s+)?curl(?:\.exe)?\s+\S/i.test(text);
