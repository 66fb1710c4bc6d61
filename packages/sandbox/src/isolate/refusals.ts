/** What n8n's scripts find elsewhere and not here: each says so when it is used, and what to use in its place. */
export const refusals: Readonly<Record<string, unknown>> = {
  require(name: unknown): never {
    throw new Error(
      `The module "${String(name)}" can't be loaded: code runs in a sandbox without modules. Use a node for it, such as Crypto or HTTP Request.`,
    );
  },
  // `this.helpers` too: the script's `this` is the global object.
  helpers: refusing('helpers'),
  $helpers: refusing('$helpers'),
};

function refusing(owner: string): unknown {
  return new Proxy(Object.create(null), {
    get: (_, name) => {
      // What asks whether something is a promise or has a text form is not a use of it.
      if (typeof name === 'symbol' || name === 'then' || name === 'toJSON') return undefined;
      return () => {
        throw new Error(
          `${owner}.${name} can't be used: code runs in a sandbox without network and files. Use a node for it, such as HTTP Request, and read its result with $('its name').`,
        );
      };
    },
  });
}
