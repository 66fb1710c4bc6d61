import { useTexts } from '../../../texts/texts.ts';

/** What was done, in words; as the API calls it where there are none. */
export function ActionName({ action }: { action: string }) {
  const { access } = useTexts();
  const words: Record<string, string | undefined> = access.actions;
  if (!Object.hasOwn(words, action)) return <span className="font-mono text-sm">{action}</span>;
  return <span title={action}>{words[action]}</span>;
}
