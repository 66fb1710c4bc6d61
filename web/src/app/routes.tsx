import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { useConnection } from '../api/connection.ts';
import { refresh, useSession } from '../api/session.ts';
import { Skeleton } from '../ui/states.tsx';
import { CrashPage } from './crash-page.tsx';
import { Frame } from './frame.tsx';
import { NotFoundPage } from './not-found-page.tsx';

/** What a view keeps in its address; every page names and checks its own words. */
export type Search = Record<string, string | number | boolean | undefined>;
const search = (raw: Record<string, unknown>): Search => raw as Search;

const root = createRootRoute({ component: Outlet, errorComponent: CrashPage, notFoundComponent: NotFoundPage });

/** Pages that need nobody to be signed in. */
const open = <const P extends string>(path: P, load: () => Promise<{ default: React.ComponentType }>) =>
  createRoute({ getParentRoute: () => root, path, validateSearch: search, component: lazyRouteComponent(load) });

/** Pages in the frame, for whoever is signed in; others are sent to sign in, and back afterwards. */
const app = createRoute({
  getParentRoute: () => root,
  id: 'app',
  component: Frame,
  errorComponent: CrashPage,
  beforeLoad: async ({ location }) => {
    if (useSession.getState().state === 'loading') await refresh();
    if (useSession.getState().state === 'out') throw redirect({ to: '/sign-in', search: { to: location.href } });
  },
});
const page = <const P extends string>(path: P, load: () => Promise<{ default: React.ComponentType }>) =>
  createRoute({
    getParentRoute: () => app,
    path,
    validateSearch: search,
    component: lazyRouteComponent(load),
    pendingComponent: Skeleton,
  });

const editor = page('/workflows/$workflowId', () => import('../editor/editor.page.tsx'));
/** The editor stays as it is behind its executions, so it is one page: see `editor.page.tsx`. */
const beside = createRoute({ getParentRoute: () => editor, path: '/executions', validateSearch: search });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/workflows' });
  },
});

const tree = root.addChildren([
  home,
  open('/sign-in', () => import('../pages/session/sign-in.page.tsx')),
  open('/register', () => import('../pages/session/register.page.tsx')),
  open('/setup', () => import('../pages/session/setup.page.tsx')),
  open('/invitation', () => import('../pages/session/invitation.page.tsx')),
  open('/reset-password', () => import('../pages/session/reset-password.page.tsx')),
  app.addChildren([
    page('/workflows', () => import('../pages/workflows/workflows.page.tsx')),
    editor.addChildren([beside]),
    page('/executions', () => import('../pages/executions/executions.page.tsx')),
    page('/executions/compare', () => import('../pages/executions/compare.page.tsx')),
    page('/executions/$executionId', () => import('../editor/execution.page.tsx')),
    page('/schedules', () => import('../pages/schedules/schedules.page.tsx')),
    page('/credentials', () => import('../pages/credentials/credentials.page.tsx')),
    page('/templates', () => import('../pages/templates/templates.page.tsx')),
    page('/settings', () => import('../pages/settings/settings.page.tsx')),
    page('/settings/$section', () => import('../pages/settings/settings.page.tsx')),
  ]),
]);

export const router = createRouter({
  routeTree: tree,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: CrashPage,
});

// A page that could not be opened for want of a connection opens by itself when there is one again. Here and not in the
// page that says so: that one comes and goes while it is tried.
useConnection.subscribe(({ away }, before) => {
  const failed = router.state.matches.some(({ status }) => status === 'error');
  if (before.away && !away && failed) void router.invalidate();
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
