const EACH_MS = 1_000;

/** Watches how late the loop of this process comes. What it answers with: the most since it was last asked, in milliseconds. */
export function watchLoop(now: () => number = () => performance.now()): () => number {
  let [due, most] = [now() + EACH_MS, 0];
  setInterval(() => {
    most = Math.max(most, now() - due);
    due = now() + EACH_MS;
  }, EACH_MS).unref();
  return () => {
    const told = most;
    most = 0;
    return told;
  };
}
