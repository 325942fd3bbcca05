import type { Delivered, Delivery, Phone, Tap } from '../delivery';
import { BATCH_MAX, type HallSession, type Roster } from '../roster/roster';
import { withWalkIns } from '../roster/walk-ins';
import {
  admit,
  dropRosters,
  editionsOf,
  forget,
  type Holder,
  holderOf,
  keepRosters,
  knownPhones,
  type PhoneStore,
  readRosters,
  waiting,
} from './phone-store';

/** The way to the portal, as the browser goes it. */
export type Portal = <Value>(path: string, body?: unknown) => Promise<Value>;

/** `offline`: nobody answered · `signed-out`: she has to sign in again · `refused`: not hers (any more), or not understood */
export type Stop = 'offline' | 'signed-out' | 'refused';

export class Stopped extends Error {
  constructor(readonly stop: Stop) {
    super(stop);
  }
}

const DELIVERY_MS = 20_000;
/** A list that is overtaken is asked for again, so many times in all. */
const ASKED_MAX = 3;

/** Asks over the network; rejects with `Stopped`, whatever went wrong. A GET without a body. */
export const portal: Portal = async (path, body) => {
  const patience = new AbortController();
  const end = setTimeout(() => patience.abort(), DELIVERY_MS);
  try {
    const asked = await fetch(`/api/attendance/${path}`, {
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
export async function arrive(store: PhoneStore, ask: Portal, label?: string): Promise<Holder> {
  const known = (await knownPhones(store)).slice(-20);
  return admit(store, await ask<Phone>('phone', { known, ...(label ? { label } : {}) }));
}

export const askSessions = (ask: Portal) => ask<HallSession[]>('sessions');

/** Fetches the lists of these sessions and keeps them; lists that are not hers to see any more go. */
export async function fetchRosters(
  store: PhoneStore,
  holder: Holder,
  ask: Portal,
  sessionIds: readonly string[],
): Promise<void> {
  if (sessionIds.length === 0) return;
  for (let asked = 0; asked < ASKED_MAX; asked++) {
    const from = await editionsOf(store);
    const rosters = await ask<Roster[]>('rosters', { deviceId: holder.deviceId, sessionIds });
    // A list that set out before a mark which has arrived since, and is forgotten here, is asked for again: it would
    // show the woman as she stood before.
    if (!(await keepRosters(store, holder, rosters, from))) continue;
    const given = new Set(rosters.map(({ id }) => id));
    await dropRosters(
      store,
      sessionIds.filter((id) => !given.has(id)),
    );
    return;
  }
}

/**
 * The outcome of sending: how many taps went, how many of them are kept for review. A tap that the portal cannot
 * place is `refused`.
 */
export type Sent = { sent: number; held: number; stop: Stop | null };

/**
 * Sends all that waits, in order and in deliveries of a hundred, and forgets only what the portal says it has. After a
 * stop the rest goes next time; what arrives twice does no harm.
 */
export async function send(store: PhoneStore, holder: Holder, ask: Portal): Promise<Sent> {
  const taps = await waiting(store, holder);
  const sent: Sent = { sent: 0, held: 0, stop: null };
  for (let at = 0; at < taps.length; at += BATCH_MAX) {
    const delivery = taps.slice(at, at + BATCH_MAX);
    try {
      const body: Delivery = { deviceId: holder.deviceId, clock: Date.now(), taps: delivery };
      const delivered = await ask<Delivered>('deliveries', body);
      await learn(store, holder, delivery, delivered);
      await forget(store, holder.deviceId, delivered.safe);
      sent.sent += delivered.safe.length;
      sent.held += delivered.held.length;
      if (delivered.unknown.length > 0) sent.stop = 'refused';
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      sent.stop = error.stop;
      if (error.stop !== 'refused') break; // one delivery that is not understood does not hold up the others
    }
  }
  return sent;
}

/** Writes into the lists how the women spoken of stand now, and who came to the door, before what said so is forgotten. */
async function learn(store: PhoneStore, holder: Holder, delivery: Tap[], { lines }: Delivered): Promise<void> {
  const spoken = new Set(delivery.map(({ sessionId }) => sessionId));
  const now = new Map(lines.map((line) => [line.id, line]));
  const tell = (roster: Roster): Roster => ({
    ...roster,
    people: withWalkIns(roster, delivery).map((person) => ({ ...person, ...(now.get(person.id) ?? {}) })),
  });
  for (;;) {
    const from = await editionsOf(store);
    const rosters = (await readRosters(store, holder, 0)).filter(({ id }) => spoken.has(id));
    if (await keepRosters(store, holder, rosters.map(tell), from)) return;
  }
}

/** Sends when nobody looks: the browser has found signal while the app was closed. */
export async function sendUnseen(store: PhoneStore, ask: Portal): Promise<void> {
  const holder = await holderOf(store);
  const sent = holder && (await send(store, holder, ask));
  if (sent?.stop === 'offline') throw new Stopped('offline'); // the browser tries again later
}
