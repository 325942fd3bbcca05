/**
 * The work of this process beside answering, and how it stops. The front and Next meet here: each has a module graph
 * of its own.
 */
type Running = { stop(): Promise<void>; wake?(): Promise<void> };

const KEY = Symbol.for('portal.background');
const world = globalThis as { [KEY]?: Map<string, Running> };
world[KEY] ??= new Map();
const running = world[KEY];

/** Starts the work once, when Next starts; a second start in the same process (development) is none. */
export function startOnce(name: string, start: () => Running): void {
  if (!running.has(name)) running.set(name, start());
}

/** Has the work of a name look now whether there is something to do, and waits for nothing. */
export function wake(name: string): void {
  void running.get(name)?.wake?.();
}

/** Stops the work, when the front's process is asked to stop. */
export async function stopBackground(): Promise<void> {
  await Promise.all([...running.values()].map((each) => each.stop()));
}
