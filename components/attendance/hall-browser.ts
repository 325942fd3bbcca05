import type { Hall } from '@/domain/attendance/hall';

/** What the app asks of the browser itself: the worker that opens it without a network, and when there is signal again. */
const WORKER = '/admin/attendance/worker/sw.js';
const SCOPE = '/admin/attendance';
const LATER = 'attendance';
const LOOK_MS = 30_000;

type WithSync = ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } };

/** Keeps the page and its files for times without signal; in development they change too often to be kept. */
export async function keepWorker(): Promise<void> {
  if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register(WORKER, { scope: SCOPE }).catch(() => null);
  await navigator.storage?.persist?.().catch(() => false);
  await keepReader();
}

/** Once the worker listens, what reads tickets is fetched through it: in the hall it has to be there already. */
async function keepReader(): Promise<void> {
  const { serviceWorker } = navigator;
  await serviceWorker.ready;
  if (!serviceWorker.controller)
    await new Promise((resolve) => serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
  const { makeTicketReader } = await import('./ticket-reader');
  await makeTicketReader().catch(() => null);
}

/** Where the browser can, it sends what is left when there is signal, also with the app closed. */
export async function askToSendLater(): Promise<void> {
  if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return;
  const registration: WithSync = await navigator.serviceWorker.ready;
  await registration.sync?.register(LATER).catch(() => null);
}

/** Tries again when the browser says there is signal, when she looks at the app again, and every half minute she does. */
export function watchSignal(hall: Hall): () => void {
  const connect = () => void hall.connect();
  const seen = () => document.visibilityState === 'visible' && connect();
  window.addEventListener('online', connect);
  document.addEventListener('visibilitychange', seen);
  const timer = window.setInterval(seen, LOOK_MS);
  return () => {
    window.removeEventListener('online', connect);
    document.removeEventListener('visibilitychange', seen);
    window.clearInterval(timer);
  };
}
