import { askToSendLater, keepWorker, watchSignal } from '@/components/phone/phone-browser';
import { Hall } from '@/domain/attendance/hall';
import { portal } from '@/domain/attendance/phone/phone-courier';
import { APP, openStore } from '@/domain/attendance/phone/phone-store';
import { phoneName } from '@/domain/phone/phone-name';
import { joinTabs } from '@/domain/phone/phone-tabs';

const WORKER = { script: '/admin/attendance/worker/sw.js', scope: '/admin/attendance' };
const LOOK_MS = 30_000;

/** The app on this phone's memory, joined to its other tabs and to what the browser says of signal. */
export async function openHall(): Promise<{ hall: Hall; leave: () => void }> {
  const store = await openStore();
  const tabs = joinTabs(APP, () => void hall.remember().catch(() => null));
  const hall: Hall = new Hall(store, portal, {
    label: phoneName(navigator.userAgent),
    onLeft: () => void askToSendLater(APP),
    onChange: tabs.tell,
  });
  const unwatch = watchSignal(() => void hall.connect());
  const rest = renewing(hall);
  const leave = () => {
    unwatch();
    rest();
    tabs.leave();
    store.close();
  };
  return { hall, leave };
}

/** Keeps the page for times without signal, and what reads tickets. */
export async function keepHall(): Promise<boolean> {
  const kept = await keepWorker(WORKER);
  if (kept && process.env.NODE_ENV === 'production') void keepReader();
  return kept;
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

/** Every half minute that she looks, only the list that is open is asked for anew. */
function renewing(hall: Hall): () => void {
  const renew = () => document.visibilityState === 'visible' && void hall.renew(window.location.hash.slice(1));
  const timer = window.setInterval(renew, LOOK_MS);
  return () => window.clearInterval(timer);
}
