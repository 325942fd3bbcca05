/** How often in a row a push service may fail before it is left alone, for so many seconds, longer each time. */
const FAILURES = 3;
const RESTS = [30, 60, 120, 300];

/** Push services that fail are left alone for a while: they are asked again then, and keep nobody else waiting meanwhile. */
export class Resting {
  private readonly services = new Map<string, { failures: number; until: number }>();

  constructor(private readonly now: () => number = Date.now) {}

  /** Seconds for which it is left alone; 0 when it may be asked. */
  secondsOf(host: string): number {
    const until = this.services.get(host)?.until ?? 0;
    return Math.max(0, Math.ceil((until - this.now()) / 1_000));
  }

  answered(host: string): void {
    this.services.delete(host);
  }

  /** It failed, or asked to be left alone for so many seconds. */
  failed(host: string, seconds?: number): void {
    const failures = (this.services.get(host)?.failures ?? 0) + 1;
    const rest = seconds ?? (failures < FAILURES ? 0 : (RESTS[Math.min(failures - FAILURES, RESTS.length - 1)] ?? 0));
    this.services.set(host, { failures, until: this.now() + rest * 1_000 });
  }
}
