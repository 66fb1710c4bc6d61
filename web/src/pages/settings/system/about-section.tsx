import { useQuery } from '@tanstack/react-query';
import { Mark } from '../../../app/mark.tsx';
import { useTexts } from '../../../texts/texts.ts';
import { LINK } from '../../session/session-card.tsx';
import { Block } from '../block.tsx';
import { infoQuery } from '../settings.queries.ts';

/** What others made that the app is built on, with their licences. */
const PARTS = [
  ['CodeMirror', 'MIT'],
  ['Inter', 'OFL-1.1'],
  ['JetBrains Mono', 'OFL-1.1'],
  ['Lucide', 'ISC'],
  ['Radix', 'MIT'],
  ['React', 'MIT'],
  ['React Flow', 'MIT'],
  ['TanStack Query, TanStack Router', 'MIT'],
  ['zustand', 'MIT'],
] as const;

/** What this is, where its API is written down, and what it is built on. */
export function AboutSection() {
  const { settings } = useTexts();
  const info = useQuery(infoQuery).data;
  return (
    <>
      <Block title={settings.about} text={settings.aboutText}>
        <p className="flex items-center gap-2.5">
          <Mark size={22} />
          <span className="text-lg font-bold tracking-tight">Orchestrator</span>
          <span className="text-muted">{info ? settings.version(info.version) : '\u00a0'}</span>
        </p>
        <p className="mt-3">
          <a href="/api-docs" className={LINK}>
            {settings.apiDocs}
          </a>
        </p>
      </Block>
      <Block title={settings.licences} text={settings.licencesText}>
        <dl className="grid max-w-xl grid-cols-[1fr_auto] gap-y-1.5">
          {PARTS.map(([name, licence]) => (
            <div key={name} className="contents">
              <dt>{name}</dt>
              <dd className="font-mono text-sm text-muted">{licence}</dd>
            </div>
          ))}
        </dl>
      </Block>
    </>
  );
}
