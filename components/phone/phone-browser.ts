/** The questions of an app on a phone to the browser itself: for the worker that opens it without a network, and for the signal's return. */

type WithSync = ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } };
type Worker = { script: string; scope: string };

/**
 * Keeps the page and its files for times without signal. False when the browser keeps nothing: a private window, or a file did not
 * arrive. In development files change too often.
 */
export async function keepWorker({ script, scope }: Worker): Promise<boolean> {
  if (process.env.NODE_ENV !== 'production') return true;
  if (!('serviceWorker' in navigator)) return false;
  const registration = await navigator.serviceWorker.register(script, { scope }).catch(() => null);
  if (!registration || !(await stands(registration))) return false;
  await navigator.storage?.persist?.().catch(() => false);
  return true;
}

/** Whether a worker is at its post in the end; one that could not fetch everything is given up. */
function stands({ active, waiting, installing }: ServiceWorkerRegistration): Promise<boolean> {
  if (active || waiting || !installing) return Promise.resolve(true);
  return new Promise((resolve) =>
    installing.addEventListener('statechange', () => {
      if (installing.state === 'activated') resolve(true);
      if (installing.state === 'redundant') resolve(false);
    }),
  );
}

/** A browser that can sends what is left when there is signal, also with the app closed. */
export async function askToSendLater(app: string): Promise<void> {
  if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return;
  const registration: WithSync = await navigator.serviceWorker.ready;
  await registration.sync?.register(app).catch(() => null);
}

/** Connects when the browser says there is signal, or none, or she looks at the app again; answers with what ends that. */
export function watchSignal(connect: () => void): () => void {
  const seen = () => document.visibilityState === 'visible' && connect();
  for (const change of ['online', 'offline']) window.addEventListener(change, connect);
  document.addEventListener('visibilitychange', seen);
  return () => {
    for (const change of ['online', 'offline']) window.removeEventListener(change, connect);
    document.removeEventListener('visibilitychange', seen);
  };
}
