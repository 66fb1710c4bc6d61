import { useEffect, useState } from 'react';

/**
 * The secret of a one-time link. It stands in the fragment, which browsers send to nobody, and stays there until it is
 * used: a reload must not lose it.
 */
export function useLinkToken(name = 'token'): string | undefined {
  const read = () => new URLSearchParams(location.hash.slice(1)).get(name) || undefined;
  const [token, setToken] = useState(read);
  useEffect(() => {
    // A pasted link changes the fragment alone, which loads no page anew.
    const changed = () => setToken(read());
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  });
  return token;
}

/** Takes the used secret out of the address and the history. */
export const dropLinkToken = (): void => history.replaceState(history.state, '', location.pathname + location.search);
