// core-js-pure ships no types; these are the four modules that are used.
declare module 'core-js-pure/actual/url/index.js' {
  const url: unknown;
  export default url;
}
declare module 'core-js-pure/actual/url-search-params/index.js' {
  const urlSearchParams: unknown;
  export default urlSearchParams;
}
declare module 'core-js-pure/actual/structured-clone.js' {
  const structuredClone: unknown;
  export default structuredClone;
}
