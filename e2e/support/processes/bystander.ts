import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

export type Seen = { healths: number[]; signIns: number[] };

/** Somebody who uses the portal beside a storm: what its answers took, in milliseconds. */
export class Bystander {
  private readonly worker: Worker;

  constructor(origin: string, who: { identifier: string; password: string }) {
    this.worker = new Worker(new URL('./bystander-thread.mjs', import.meta.url), { workerData: { origin, ...who } });
    this.worker.unref();
  }

  /** Looks on for as long as the work takes. `signsIn`: where nobody can sign in meanwhile, she only asks how the portal is. */
  async during(work: () => Promise<unknown>, { signsIn = true } = {}): Promise<Seen> {
    this.worker.postMessage({ signsIn });
    const told = once(this.worker, 'message');
    try {
      await work();
    } finally {
      this.worker.postMessage('stop');
    }
    const [seen] = (await told) as [Seen & { wrong?: string }];
    if (seen.wrong) throw new Error(seen.wrong);
    return seen;
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }
}
