import { setNonce } from 'get-nonce';

/** The nonce of this page's policy: the style tags that libraries make are allowed by it alone. */
export const CSP_NONCE = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

// What locks scrolling under a dialog or an open menu (react-remove-scroll, in Radix) asks for it there.
setNonce(CSP_NONCE);
