import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useConnection } from '../api/connection.ts';
import { useSession } from '../api/session.ts';
import { useTexts } from '../texts/texts.ts';
import { toast } from '../ui/toast.tsx';

/** Keeps what is shown true to who is signed in and to whether the server is there. */
export function SessionWatch() {
  const { frame } = useTexts();
  const queries = useQueryClient();
  const state = useSession(({ state }) => state);
  const tenant = useSession(({ signed }) => signed?.tenant.name);
  const who = useSession(({ signed }) => signed && `${signed.user.id} ${signed.tenant.id}`);
  const away = useConnection(({ away }) => away);
  const shown = useRef(who);
  // A switch here, or in another tab whose cookie this one renews its session with: nothing of the other tenant stays.
  useEffect(() => {
    if (!who || who === shown.current) return;
    const isSwitch = shown.current !== undefined;
    shown.current = who;
    if (!isSwitch) return;
    void queries.resetQueries();
    toast({ text: frame.nowIn(tenant ?? '') });
  }, [who, tenant, queries, frame]);
  const wasOk = useRef(true);
  const isOk = state === 'in' && !away;
  useEffect(() => {
    if (isOk && !wasOk.current) void queries.invalidateQueries();
    wasOk.current = isOk;
  }, [isOk, queries]);
  return null;
}
