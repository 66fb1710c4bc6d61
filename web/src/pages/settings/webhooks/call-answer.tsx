import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useFormat } from '../../../texts/format.ts';
import { useTexts } from '../../../texts/texts.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { LINK } from '../../session/session-card.tsx';
import type { Called } from './call-webhook.ts';
import { readable } from './test-call.ts';

/** What a call was answered, how long it took, and what was sent. */
export function CallAnswer({ called }: { called: Called }) {
  const { settings } = useTexts();
  const format = useFormat();
  const [tab, setTab] = useState('answer');
  const { status, statusText, request } = called;
  // A browser keeps to itself where a redirect leads.
  const isRedirect = status === 0;
  const text = called.text === undefined ? settings.noText(called.contentType ?? '') : called.text;
  return (
    <>
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone={isRedirect ? 'neutral' : status < 400 ? 'ok' : 'bad'}>
          {isRedirect ? settings.redirected : `${settings.answered(status)} ${statusText}`.trim()}
        </Badge>
        <span className="text-muted">
          {format.span(called.ms)} · {format.bytes(called.size)}
        </span>
        {called.executionId ? (
          <Link
            to="/executions/$executionId"
            params={{ executionId: called.executionId }}
            className={`${LINK} ms-auto`}
          >
            {settings.openExecution}
          </Link>
        ) : (
          <span className="ms-auto text-muted">{settings.nothingRan}</span>
        )}
      </p>
      <Tabs
        label={settings.answer}
        value={tab}
        onChange={setTab}
        tabs={[
          {
            id: 'answer',
            label: settings.answer,
            content: <Text>{text === '' ? settings.emptyAnswer : readable(text, called.contentType)}</Text>,
          },
          { id: 'headers', label: settings.headers, content: <Headers rows={called.headers} /> },
          {
            id: 'request',
            label: settings.request,
            content: (
              <>
                <Text>{`${request.method} ${request.target}`}</Text>
                <Headers rows={request.headers} />
                {request.body !== undefined && <Text>{request.body || settings.emptyAnswer}</Text>}
              </>
            ),
          },
        ]}
      />
    </>
  );
}

const Text = ({ children }: { children: ReactNode }) => (
  <pre className="my-2 max-h-60 overflow-auto rounded-control bg-sunken p-3 font-mono text-sm wrap-anywhere whitespace-pre-wrap">
    {children}
  </pre>
);

function Headers({ rows }: { rows: readonly [string, string][] }) {
  const { settings } = useTexts();
  if (rows.length === 0) return <p className="text-muted">{settings.noHeaders}</p>;
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 font-mono text-sm">
      {rows.map(([name, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a name may come twice, and the list never changes
        <div key={index} className="contents">
          <dt className="text-muted">{name}</dt>
          <dd className="min-w-0 break-all">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
