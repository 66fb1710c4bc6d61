import { move, transferableSymbol, valueSymbol } from 'piscina';

/** Has what a task gives go over to the main thread with the memory of its bytes, rather than copy that. */
export function handOver<Value>(value: Value, views: readonly ArrayBufferView<ArrayBuffer>[]): Value {
  return move({ [transferableSymbol]: ownMemory(views), [valueSymbol]: value } as never) as unknown as Value;
}

/** The memory of those that have it for themselves. Small buffers share theirs with others, and are copied. */
export function ownMemory(views: readonly ArrayBufferView<ArrayBuffer>[]): ArrayBuffer[] {
  const own = views.filter(({ buffer, byteLength }) => byteLength > 0 && buffer.byteLength === byteLength);
  return [...new Set(own.map(({ buffer }) => buffer))];
}
