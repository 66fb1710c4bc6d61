/** Of the tests' task: an import that a thread has to find. */
class Greeting {
  // A parameter property: TypeScript that can't be run by taking the types away.
  constructor(private readonly name: string) {}
  toString = (): string => `Hello ${this.name}`;
}

export const helloOf = (name: string): string => new Greeting(name).toString();
