import type { Stop } from '@/domain/phone/phone';
import { inDeliveries, type Portal, portalOf, unseen } from '@/domain/phone/phone-courier';
import { forget, type Holder, type PhoneMemory, waiting } from '@/domain/phone/phone-memory';
import type { Delivered, Delivery, Tap } from '../delivery';
import type { HallSession, Roster } from '../roster/roster';
import { withWalkIns } from '../roster/walk-ins';
import { APP, dropRosters, editionsOf, keepRosters, type Noted, readRosters } from './phone-store';

/** A list that is overtaken is asked for again, so many times in all. */
const ASKED_MAX = 3;

/** The way to the portal's part for attendance. */
export const portal: Portal = portalOf(APP);

export const askSessions = (ask: Portal) => ask<HallSession[]>('sessions');

/** Fetches the lists of these sessions and keeps them; lists that are not hers to see any more go. */
export async function fetchRosters(
  store: PhoneMemory,
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
export async function send(store: PhoneMemory, holder: Holder, ask: Portal): Promise<Sent> {
  const sent: Sent = { sent: 0, held: 0, stop: null };
  let unplaced = false;
  const stop = await inDeliveries(await waiting<Noted>(store, holder), async (delivery) => {
    const body: Delivery = { deviceId: holder.deviceId, clock: Date.now(), taps: delivery };
    const delivered = await ask<Delivered>('deliveries', body);
    await learn(store, holder, delivery, delivered);
    await forget(store, holder.deviceId, delivered.safe);
    sent.sent += delivered.safe.length;
    sent.held += delivered.held.length;
    if (delivered.unknown.length > 0) unplaced = true;
  });
  return { ...sent, stop: stop ?? (unplaced ? 'refused' : null) };
}

/** Writes into the lists how the women spoken of stand now, and who came to the door, before what said so is forgotten. */
async function learn(store: PhoneMemory, holder: Holder, delivery: Tap[], { lines }: Delivered): Promise<void> {
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

/** Sends when nobody looks. */
export const sendUnseen = (store: PhoneMemory, ask: Portal): Promise<void> =>
  unseen(store, (holder) => send(store, holder, ask));
