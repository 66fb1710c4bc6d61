import { type CallHost, HostFunction, HostObject } from '../compile/host-values.js';

/** An isolate has limits of its own, so nothing is counted in it. */
export function nativeHost(now: () => number): CallHost {
  return {
    step: () => {},
    charge: () => {},
    spend: () => {},
    lookAtClock: () => {},
    needsIsolate: () => {},
    now,
    invoke: (fn, args) =>
      fn instanceof HostFunction ? fn.call(args, nativeHost(now)) : (fn as (...given: unknown[]) => unknown)(...args),
  };
}

/** The language's own objects and functions as JavaScript's, for code that runs natively. */
export function toNative(value: unknown, host: CallHost): unknown {
  if (value instanceof HostFunction) return nativeFunction(value, host);
  if (value instanceof HostObject) return nativeObject(value, host);
  return value;
}

function nativeFunction(fn: HostFunction, host: CallHost): unknown {
  return (...args: unknown[]) => toNative(fn.call(args, host), host);
}

function nativeObject(object: HostObject, host: CallHost): object {
  const read = (name: string | symbol) => (typeof name === 'string' ? toNative(object.read(name), host) : undefined);
  return new Proxy(
    {},
    {
      get: (_target, name) => read(name),
      has: (_target, name) => read(name) !== undefined,
      ownKeys: () => [...object.names()],
      getOwnPropertyDescriptor: (_target, name) => ({ value: read(name), enumerable: true, configurable: true }),
    },
  );
}
