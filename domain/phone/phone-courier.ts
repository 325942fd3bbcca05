import { BATCH_MAX, type Phone, type Stop, Stopped } from './phone';
import { admit, type Holder, holderOf, knownPhones, type PhoneMemory } from './phone-memory';

/** The way to the portal, as the browser goes it. */
export type Portal = <Value>(path: string, body?: unknown) => Promise<Value>;

const DELIVERY_MS = 20_000;

/** Asks one app's part of the portal over the network; rejects with `Stopped`, whatever went wrong. A GET without a body. */
export const portalOf =
  (app: string): Portal =>
  async (path, body) => {
    const patience = new AbortController();
    const end = setTimeout(() => patience.abort(), DELIVERY_MS);
    try {
      const asked = await fetch(`/api/${app}/${path}`, {
        credentials: 'same-origin',
        redirect: 'error',
        signal: patience.signal,
        ...(body === undefined
          ? {}
          : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      }).catch(() => null);
      if (!asked || asked.status >= 500 || asked.status === 429) throw new Stopped('offline');
      if (asked.status === 401) throw new Stopped('signed-out');
      if (!asked.ok) throw new Stopped('refused');
      // An answer that breaks off on the way is none.
      return await asked.json().catch(() => {
        throw new Stopped('offline');
      });
    } finally {
      clearTimeout(end);
    }
  };

/** Says who she is and gets the key to what waits here. */
export async function arrive(memory: PhoneMemory, ask: Portal, label?: string): Promise<Holder> {
  const known = (await knownPhones(memory)).slice(-20);
  return admit(memory, await ask<Phone>('phone', { known, ...(label ? { label } : {}) }));
}

/**
 * Takes entries to the portal in order, a hundred at a time; answers with what stood in the way. A delivery that is not understood
 * holds up no other; any other stop leaves the rest for next time.
 */
export async function inDeliveries<Entry>(
  entries: readonly Entry[],
  deliver: (delivery: Entry[]) => Promise<void>,
): Promise<Stop | null> {
  let stop: Stop | null = null;
  for (let at = 0; at < entries.length; at += BATCH_MAX) {
    try {
      await deliver(entries.slice(at, at + BATCH_MAX));
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      stop = error.stop;
      if (error.stop !== 'refused') break;
    }
  }
  return stop;
}

/** Sends when nobody looks: the browser has found signal while the app was closed. */
export async function unseen(
  memory: PhoneMemory,
  send: (holder: Holder) => Promise<{ stop: Stop | null }>,
): Promise<void> {
  const holder = await holderOf(memory);
  const sent = holder && (await send(holder));
  if (sent?.stop === 'offline') throw new Stopped('offline'); // the browser tries again later
}
