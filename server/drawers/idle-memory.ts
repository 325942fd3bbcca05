import { Session } from 'node:inspector';
import { performance } from 'node:perf_hooks';
import { getHeapStatistics } from 'node:v8';

const LOOK_EVERY_MS = 1_000;
/** Of the time between two looks: less than a page takes, more than what every process does by itself. */
const IDLE_BELOW = 0.05;
/** Looks in turn that found nothing to do: who clicks on meanwhile is not made to wait. */
const IDLE_LOOKS = 3;
/** Times what the heap held after the last time: less is not worth a fifth of a second of work. */
const GROWN = 1.5;

/** When a process is to give memory back, from what it did and held at each look. */
export class IdleMemory {
  #idleLooks = 0;
  #atRest = 0;
  #collected = false;

  constructor(private readonly collect: () => unknown) {}

  /** `busy`: the share of the time since the last look; `heapBytes`: what the heap has taken from the machine. */
  look(busy: number, heapBytes: number): void {
    if (this.#collected) this.#atRest = heapBytes;
    this.#collected = false;
    this.#idleLooks = busy < IDLE_BELOW ? this.#idleLooks + 1 : 0;
    if (this.#idleLooks !== IDLE_LOOKS || heapBytes < this.#atRest * GROWN) return;
    this.#collected = true;
    this.collect();
  }
}

/**
 * What a heap does when the machine says that memory is low; resolves when it is done. Only the inspector can ask for it; no
 * port is opened.
 */
export const collectAll = () =>
  new Promise<void>((resolve) => {
    const session = new Session();
    session.connect();
    session.post('HeapProfiler.enable');
    session.post('HeapProfiler.collectGarbage', () =>
      // disconnected within its own answer it would wait for itself, for ever
      setImmediate(() => {
        session.disconnect();
        resolve();
      }),
    );
  });

/**
 * Gives memory back while there is nothing to do. The engine collects when it needs room, never because it has time: what a
 * storm of readers left behind would stay, beside a database that could use it.
 */
export function giveMemoryBackWhenIdle(): void {
  const memory = new IdleMemory(collectAll);
  let last = performance.eventLoopUtilization();
  setInterval(() => {
    const now = performance.eventLoopUtilization();
    memory.look(performance.eventLoopUtilization(now, last).utilization, getHeapStatistics().total_heap_size);
    last = now;
  }, LOOK_EVERY_MS).unref();
}
