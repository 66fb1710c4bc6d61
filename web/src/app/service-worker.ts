import { create } from 'zustand';

/** Whether the server hands out another version of the app than the one that runs here. */
export const useNewVersion = create<{ there: boolean }>(() => ({ there: false }));

/** Between two looks for a new version, in milliseconds. */
const LOOK_MS = 15 * 60_000;
/** The first file of the app, as the document names it. */
const ENTRY = /\/assets\/index-[\w-]+\.js/;

/** Lets the app start without a connection, and notices a new version. In built apps only: Vite's own files change. */
export function startServiceWorker(): void {
  if (!import.meta.env.PROD) return;
  const mine = [...document.scripts].map(({ src }) => ENTRY.exec(src)?.[0]).find(Boolean);
  const look = async () => {
    const answer = await fetch('/workflows', { cache: 'no-store', headers: { accept: 'text/html' } }).catch(() => {});
    if (!answer?.ok) return;
    const theirs = ENTRY.exec(await answer.text())?.[0];
    if (mine && theirs && theirs !== mine) useNewVersion.setState({ there: true });
  };
  // A file that is not there any more: the server was updated under this page.
  addEventListener('vite:preloadError', () => void look());
  setInterval(() => document.visibilityState === 'visible' && void look(), LOOK_MS);
  if (!('serviceWorker' in navigator)) return;
  addEventListener('load', async () => {
    await navigator.serviceWorker.register('/sw.js').catch(() => {});
    const { active } = await navigator.serviceWorker.ready;
    const paths = performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name))
      .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
      .map(({ pathname }) => pathname);
    active?.postMessage({ type: 'keep', paths });
  });
}
