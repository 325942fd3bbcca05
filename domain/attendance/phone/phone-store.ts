import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Locale } from '@/domain/locale';
import type { Phone, Tap } from '../delivery';
import { isOver, type Roster } from '../roster/roster';
import { keyOf, type Sealed, seal, unseal } from './phone-seal';

/** The account signed in on this phone, until she signs out or somebody else signs in. */
export type Holder = { accountId: string; deviceId: string; locale: Locale; key: CryptoKey };

interface Tables extends DBSchema {
  holder: { key: 'holder'; value: Holder };
  /** the phones that this browser has been, one an account, with the count of their taps */
  phones: { key: string; value: { deviceId: string; last: number } };
  /** what is not sent yet; names no one to whoever has not the key */
  queue: { key: [string, number]; value: { deviceId: string; sequence: number; sealed: Sealed } };
  rosters: { key: string; value: { sessionId: string; endsAt: number; sealed: Sealed } };
}

export type PhoneStore = IDBPDatabase<Tables>;

/** A tap in a delivery of the queue, without its number. */
export type Noted = Omit<Tap, 'sequence'>;

/** The phone's memory. It outlives the browser, also without signal. */
export const openStore = (name = 'attendance'): Promise<PhoneStore> =>
  openDB<Tables>(name, 1, {
    upgrade(db) {
      db.createObjectStore('holder');
      db.createObjectStore('phones', { keyPath: 'deviceId' });
      db.createObjectStore('queue', { keyPath: ['deviceId', 'sequence'] });
      db.createObjectStore('rosters', { keyPath: 'sessionId' });
    },
  });

export const knownPhones = (store: PhoneStore): Promise<string[]> => store.getAllKeys('phones');
export const holderOf = (store: PhoneStore): Promise<Holder | undefined> => store.get('holder', 'holder');

/**
 * She has signed in here: what waits sealed for her opens again; of somebody else who was here, lists and key go. Where
 * it is her still, nothing is written: a phone that is full can be emptied by sending.
 */
export async function admit(store: PhoneStore, phone: Phone): Promise<Holder> {
  const { accountId, deviceId, locale } = phone;
  const still = await holderOf(store);
  if (still?.deviceId === deviceId && still.locale === locale) return still;
  const holder = { accountId, deviceId, locale, key: await keyOf(phone.key) };
  const tx = store.transaction(['holder', 'phones', 'rosters'], 'readwrite');
  const before = await tx.objectStore('holder').get('holder');
  if (before && before.deviceId !== deviceId) await tx.objectStore('rosters').clear();
  if (!(await tx.objectStore('phones').get(deviceId))) await tx.objectStore('phones').put({ deviceId, last: 0 });
  await tx.objectStore('holder').put(holder, 'holder');
  await tx.done;
  return holder;
}

/** She signs out: the key and all lists go, what is not sent stays sealed until she is back. */
export async function dismiss(store: PhoneStore): Promise<void> {
  const tx = store.transaction(['holder', 'rosters'], 'readwrite');
  await Promise.all([tx.objectStore('holder').clear(), tx.objectStore('rosters').clear(), tx.done]);
}

/**
 * Notes a tap for good, and then only; answers with its number in the order of this phone. Null, and nothing is noted,
 * when she has signed out meanwhile, in another tab.
 */
export async function note(store: PhoneStore, holder: Holder, noted: Noted): Promise<number | null> {
  const sealed = await seal(holder.key, noted);
  const tx = store.transaction(['holder', 'phones', 'queue'], 'readwrite');
  const present = await tx.objectStore('holder').get('holder');
  if (present?.deviceId !== holder.deviceId) return null;
  const phone = (await tx.objectStore('phones').get(holder.deviceId)) ?? { deviceId: holder.deviceId, last: 0 };
  const sequence = phone.last + 1;
  await tx.objectStore('phones').put({ ...phone, last: sequence });
  await tx.objectStore('queue').put({ deviceId: holder.deviceId, sequence, sealed });
  await tx.done;
  return sequence;
}

const ofPhone = (deviceId: string) => IDBKeyRange.bound([deviceId, 0], [deviceId, Number.POSITIVE_INFINITY]);

/** The taps that wait to be sent, in order. */
export async function waiting(store: PhoneStore, holder: Holder): Promise<Tap[]> {
  const rows = await store.getAll('queue', ofPhone(holder.deviceId));
  return Promise.all(
    rows.map(async ({ sequence, sealed }) => ({ sequence, ...(await unseal<Noted>(holder.key, sealed)) })),
  );
}

/** How many taps wait, of her who is signed in, or of whoever used the phone. */
export const countWaiting = (store: PhoneStore, deviceId?: string): Promise<number> =>
  deviceId ? store.count('queue', ofPhone(deviceId)) : store.count('queue');

/** Forgets what the portal has said it has. */
export async function forget(store: PhoneStore, deviceId: string, sequences: readonly number[]): Promise<void> {
  const tx = store.transaction('queue', 'readwrite');
  await Promise.all([...sequences.map((sequence) => tx.store.delete([deviceId, sequence])), tx.done]);
}

/** A word for each list on this phone that changes whenever the list is written, in whichever tab. */
export type Editions = ReadonlyMap<string, string>;

const editionOf = ({ sealed }: Tables['rosters']['value']) => sealed.nonce.join();

export async function editionsOf(store: PhoneStore): Promise<Editions> {
  return new Map((await store.getAll('rosters')).map((row) => [row.sessionId, editionOf(row)]));
}

/**
 * Keeps lists, sealed. `from`: what they were made from; false, and nothing is kept, when one of them was written since:
 * then they would bring back how women stood before.
 */
export async function keepRosters(
  store: PhoneStore,
  holder: Holder,
  rosters: readonly Roster[],
  from: Editions,
): Promise<boolean> {
  const rows = await Promise.all(
    rosters.map(async (roster) => ({
      sessionId: roster.id,
      endsAt: roster.endsAt,
      sealed: await seal(holder.key, roster),
    })),
  );
  const tx = store.transaction(['holder', 'rosters'], 'readwrite');
  const kept = tx.objectStore('rosters');
  // Meanwhile she may have signed out: then nothing is kept.
  const present = await tx.objectStore('holder').get('holder');
  if (present?.deviceId !== holder.deviceId) return true;
  for (const { sessionId } of rows) {
    const now = await kept.get(sessionId);
    if (now && editionOf(now) !== from.get(sessionId)) return false;
  }
  await Promise.all(rows.map((row) => kept.put(row)));
  await tx.done;
  return true;
}

export async function dropRosters(store: PhoneStore, sessionIds: readonly string[]): Promise<void> {
  for (const sessionId of sessionIds) await store.delete('rosters', sessionId);
}

/** The lists on this phone, the next session first. */
export async function readRosters(store: PhoneStore, holder: Holder, now: number): Promise<Roster[]> {
  const rows = await store.getAll('rosters');
  const over = rows.filter((row) => isOver(row, now));
  for (const { sessionId } of over) await store.delete('rosters', sessionId);
  const kept = rows.filter((row) => !over.includes(row));
  const rosters = await Promise.all(kept.map(({ sealed }) => unseal<Roster>(holder.key, sealed)));
  return rosters.sort((one, other) => one.startsAt - other.startsAt);
}
