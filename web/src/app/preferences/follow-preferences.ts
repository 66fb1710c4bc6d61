import { api, unwrap } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { LANGUAGES, type Language } from '../../texts/texts.ts';
import { chooseLanguage, keptLanguage, LANGUAGE_CHANGED } from '../../texts/words-provider.tsx';
import { chooseTheme, useTheme } from '../theme.ts';
import { endTour, useTour } from '../tour/tour-store.ts';
import { broughtTogether, type Preferences, sameOnes } from './brought-together.ts';

const PATH = '/api/v1/users/me/preferences';
/** Whose choices this browser has. */
const OWNER = 'preferences.user';
/** What was changed here and has not reached the server. */
const UNSENT = 'preferences.unsent';

/** The server's word is being carried out: that is no choice of the person. */
let isApplying = false;
/** One call after the other, so that none overtakes the one before. */
let calls: Promise<unknown> = Promise.resolve();

/**
 * Keeps language, colours and whether the tour was taken the same wherever the person signs in. Their copy in this browser
 * is what the app is painted from at once; whether the server can be reached is nobody's worry: what it has not heard of is
 * sent when the app opens next.
 */
export function followPreferences(): void {
  let userId: string | undefined;
  const look = () => {
    const { signed } = useSession.getState();
    if (signed?.user.id === userId) return;
    userId = signed?.user.id;
    if (userId) inTurn(bringTogether(userId));
  };
  useSession.subscribe(look);
  look();
  window.addEventListener(LANGUAGE_CHANGED, () => changed({ language: keptLanguage() }));
  useTheme.subscribe(({ theme }) => changed({ colours: theme }));
  useTour.subscribe(({ step }, before) => {
    if ((step === undefined) !== (before.step === undefined)) changed({ tourDone: step === undefined });
  });
}

/** Something was chosen here. Before sign-in it is this browser's alone: nobody knows whose choice it was. */
function changed(change: Preferences): void {
  if (isApplying || !useSession.getState().signed) return;
  localStorage.setItem(UNSENT, JSON.stringify({ ...unsent(), ...change }));
  inTurn(async () => {
    const sending = unsent();
    const server = await unwrap(api.GET(PATH));
    await unwrap(api.PUT(PATH, { body: { ...server, ...sending } }));
    forget(sending);
  });
}

const bringTogether = (userId: string) => async () => {
  const server = await unwrap(api.GET(PATH));
  const owner = localStorage.getItem(OWNER);
  const sending = unsent();
  const isOwn = owner === null || owner === userId;
  const next = broughtTogether({ server, here: chosenHere(), unsent: sending, isOwn });
  apply(next);
  localStorage.setItem(OWNER, userId);
  if (!sameOnes(next, server)) await unwrap(api.PUT(PATH, { body: next }));
  forget(sending);
};

function inTurn(call: () => Promise<void>): void {
  // Silent when it fails: the choice is carried out here, and kept to be sent.
  calls = calls.then(call).catch(() => {});
}

function chosenHere(): Preferences {
  const { theme } = useTheme.getState();
  const language = keptLanguage();
  return { ...(language ? { language } : {}), ...(theme === 'system' ? {} : { colours: theme }) };
}

function apply({ language, colours, tourDone }: Preferences): void {
  isApplying = true;
  try {
    // Another version of the app may know a language that this one does not.
    if (language && language in LANGUAGES && language !== keptLanguage()) chooseLanguage(language as Language);
    if (colours && colours !== useTheme.getState().theme) chooseTheme(colours);
    if (tourDone && useTour.getState().step !== undefined) endTour();
  } finally {
    isApplying = false;
  }
}

function unsent(): Preferences {
  try {
    return (JSON.parse(localStorage.getItem(UNSENT) ?? '{}') ?? {}) as Preferences;
  } catch {
    return {};
  }
}

/** Forgets what was sent, unless it was changed once more in the meantime. */
function forget(sent: Preferences): void {
  if (sameOnes(sent, unsent())) localStorage.removeItem(UNSENT);
}
