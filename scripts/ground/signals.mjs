const PARENT_LOOK_MS = 200;

/**
 * Calls back when this command is asked to stop: Ctrl-C, a polite kill, a closed terminal, or npm gone from above it without a
 * word. It may be called several times.
 * @param {() => void} callback
 */
export function onStop(callback) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, callback);
  process.stdout.on('error', () => {}); // a closed terminal must not keep a command from stopping in order
  if (!process.env.npm_lifecycle_event) return;
  const npm = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(timer);
    callback();
  }, PARENT_LOOK_MS);
  timer.unref();
}
