const WEB_NAMES = /\b(?:Buffer|URL|URLSearchParams|TextEncoder|TextDecoder|structuredClone|atob|btoa)\b/;

/** Whether a script names some of the globals of `isolate/web-globals.ts`. */
export function namesWebGlobals(code: string): boolean {
  return WEB_NAMES.test(code);
}
