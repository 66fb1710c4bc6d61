import { helloOf } from './test-greeting.js';

/** What the tests of the pool ask of a thread. */
export type TestWork =
  | { do: 'greet'; name: string }
  | { do: 'spin'; milliseconds: number }
  | { do: 'hang' | 'throw' | 'exit' | 'fill' | 'environment' };

export default async function work(work: TestWork): Promise<string> {
  switch (work.do) {
    case 'greet':
      return helloOf(work.name);
    case 'spin': {
      const end = performance.now() + work.milliseconds;
      while (performance.now() < end);
      return 'spun';
    }
    case 'hang':
      for (;;);
    case 'throw':
      throw new TypeError('no such thing');
    case 'exit':
      return process.exit(3);
    case 'fill': {
      // One behind the other: a list that grows takes so much at once that V8 ends the whole process.
      let all: unknown;
      for (;;) all = { all };
    }
    case 'environment':
      return JSON.stringify(process.env);
  }
}
