import { Injectable } from '@nestjs/common';

/** Tells whether a part of the server can do its work. */
export type ReadinessCheck = () => Promise<boolean> | boolean;

/** A part that does not answer by then is not ready. */
const TIMEOUT_MS = 2_000;

/** The parts that have to work before the server takes traffic. Each adds itself. */
@Injectable()
export class Readiness {
  private readonly checks = new Map<string, ReadinessCheck>();

  add(part: string, check: ReadinessCheck): void {
    this.checks.set(part, check);
  }

  async parts(): Promise<Record<string, boolean>> {
    const asked = [...this.checks].map(async ([part, check]) => [part, await within(check)] as const);
    return Object.fromEntries(await Promise.all(asked));
  }
}

async function within(check: ReadinessCheck): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((done) => {
    timer = setTimeout(() => done(false), TIMEOUT_MS);
  });
  const asked = Promise.resolve()
    .then(check)
    .catch(() => false);
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
