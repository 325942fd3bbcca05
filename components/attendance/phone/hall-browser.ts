import { Hall } from '@/domain/attendance/hall';
import { portal } from '@/domain/attendance/phone/phone-courier';
import { phoneName } from '@/domain/attendance/phone/phone-name';
import { openStore } from '@/domain/attendance/phone/phone-store';
import { joinTabs } from '@/domain/attendance/phone/phone-tabs';

/**
 * The app's questions to the browser itself: for the worker that opens it without a network, and for the signal's
 * return.
 */
const WORKER = '/admin/attendance/worker/sw.js';
const SCOPE = '/admin/attendance';
const LATER = 'attendance';
const LOOK_MS = 30_000;

type WithSync = ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } };

/** The app on this phone's memory, joined to its other tabs and to what the browser says of signal. */
export async function openHall(): Promise<{ hall: Hall; leave: () => void }> {
  const store = await openStore();
  const tabs = joinTabs(() => void hall.remember().catch(() => null));
  const hall: Hall = new Hall(store, portal, {
    label: phoneName(navigator.userAgent),
    onLeft: () => void askToSendLater(),
    onChange: tabs.tell,
  });
  const unwatch = watchSignal(hall);
  const leave = () => {
    unwatch();
    tabs.leave();
    store.close();
  };
  return { hall, leave };
}

/**
 * Keeps the page and its files for times without signal, and what reads tickets. False when the browser keeps
 * nothing: a private window, or a file did not arrive. In development files change too often.
 */
export async function keepWorker(): Promise<boolean> {
  if (process.env.NODE_ENV !== 'production') return true;
  if (!('serviceWorker' in navigator)) return false;
  const registration = await navigator.serviceWorker.register(WORKER, { scope: SCOPE }).catch(() => null);
  if (!registration || !(await stands(registration))) return false;
  await navigator.storage?.persist?.().catch(() => false);
  void keepReader();
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

/** Once the worker listens, what reads tickets is fetched through it: in the hall it has to be there already. */
async function keepReader(): Promise<void> {
  const { serviceWorker } = navigator;
  await serviceWorker.ready;
  if (!serviceWorker.controller)
    await new Promise((resolve) => serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
  const { makeTicketReader } = await import('./ticket-reader');
  await makeTicketReader().catch(() => null);
}

/** A browser that can sends what is left when there is signal, also with the app closed. */
async function askToSendLater(): Promise<void> {
  if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return;
  const registration: WithSync = await navigator.serviceWorker.ready;
  await registration.sync?.register(LATER).catch(() => null);
}

/**
 * Asks for everything anew when the browser says there is signal, or none, or she looks at the app again; every half minute that
 * she does, only for the list that is open.
 */
function watchSignal(hall: Hall): () => void {
  const connect = () => void hall.connect();
  const seen = () => document.visibilityState === 'visible' && connect();
  for (const change of ['online', 'offline']) window.addEventListener(change, connect);
  document.addEventListener('visibilitychange', seen);
  const renew = () => document.visibilityState === 'visible' && void hall.renew(window.location.hash.slice(1));
  const timer = window.setInterval(renew, LOOK_MS);
  return () => {
    for (const change of ['online', 'offline']) window.removeEventListener(change, connect);
    document.removeEventListener('visibilitychange', seen);
    window.clearInterval(timer);
  };
}
