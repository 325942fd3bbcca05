/** What this process sends e-mails with, and how it stops. The front and Next meet here: each has a module graph of its own. */
type Running = { stop(): Promise<void> };

const KEY = Symbol.for('portal.mail');
const world = globalThis as { [KEY]?: Running };

/** Told by Next once, when it starts; a second start in the same process (development) is none. */
export function startOnce(start: () => Running): void {
  world[KEY] ??= start();
}

/** Called by the front when the process is asked to stop. */
export const stopMail = async (): Promise<void> => world[KEY]?.stop();
