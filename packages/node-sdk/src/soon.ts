/** A value that is there, or comes later. Nearly all that nodes read is there, and waiting for it costs more than reading. */
export type Soon<T> = T | Promise<T>;

/** Goes on with a value: at once when it is there. */
export function whenReady<T, R>(value: Soon<T>, next: (value: T) => Soon<R>): Soon<R> {
  return value instanceof Promise ? value.then(next) : next(value);
}

/** Does `one` for 0, 1, ... one after the other, and waits only for those that have to be waited for. */
export function inOrder(count: number, one: (index: number) => Soon<void>): Soon<void> {
  for (let index = 0; index < count; index++) {
    const done = one(index);
    if (done instanceof Promise) return goOn(done, index + 1, count, one);
  }
}

async function goOn(first: Promise<void>, from: number, count: number, one: (index: number) => Soon<void>) {
  await first;
  for (let index = from; index < count; index++) {
    const done = one(index);
    if (done instanceof Promise) await done;
  }
}
