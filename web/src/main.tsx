import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Tooltip } from 'radix-ui';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiProblem } from './api/problem.ts';
import { followPreferences } from './app/preferences/follow-preferences.ts';
import { router } from './app/routes.tsx';
import { startServiceWorker } from './app/service-worker.ts';
import './app/theme.ts';
import { WordsProvider } from './texts/words-provider.tsx';
import { ConfirmDialog } from './ui/confirm.tsx';
import { Toasts } from './ui/toast.tsx';
import './ui/csp-nonce.ts';
import './styles/app.css';

/** Tries after the first, for a server that is away; what it refuses is not asked again. */
const RETRIES = 3;
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      networkMode: 'always',
      retry: (count, fault) =>
        count < RETRIES && fault instanceof ApiProblem && (fault.status === 0 || fault.status >= 502),
    },
    mutations: { networkMode: 'always' },
  },
});

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <WordsProvider>
        <Tooltip.Provider delayDuration={400} disableHoverableContent>
          <RouterProvider router={router} />
          <ConfirmDialog />
          <Toasts />
        </Tooltip.Provider>
      </WordsProvider>
    </QueryClientProvider>
  </StrictMode>,
);

startServiceWorker();
followPreferences();
