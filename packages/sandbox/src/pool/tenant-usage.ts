/** Milliseconds after which what a tenant has used counts half. */
const HALF_LIFE_MS = 10_000;
/** Milliseconds of use below which a tenant is as good as new, and forgotten. */
const NEGLIGIBLE_MS = 1;
/** Tenants that are remembered before the negligible ones are looked for. */
const SWEEP_AT = 1_000;

/** How long tenants have held processes of late; the one that used least is served next. */
export class TenantUsage {
  private readonly used = new Map<string, { milliseconds: number; at: number }>();
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Milliseconds, older use counting less. */
  of(tenantId: string): number {
    const known = this.used.get(tenantId);
    return known ? known.milliseconds * 0.5 ** ((this.now() - known.at) / HALF_LIFE_MS) : 0;
  }

  add(tenantId: string, milliseconds: number): void {
    if (this.used.size >= SWEEP_AT) this.sweep();
    this.used.set(tenantId, { milliseconds: this.of(tenantId) + milliseconds, at: this.now() });
  }

  private sweep(): void {
    for (const tenantId of this.used.keys()) if (this.of(tenantId) < NEGLIGIBLE_MS) this.used.delete(tenantId);
  }
}
