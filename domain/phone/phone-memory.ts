import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Locale } from '@/domain/locale';
import type { Phone } from './phone';
import { keyOf, type Sealed, seal, unseal } from './phone-seal';

/** The account signed in on this phone, until she signs out or somebody else signs in. */
export type Holder = { accountId: string; deviceId: string; locale: Locale; key: CryptoKey };

interface Tables extends DBSchema {
  holder: { key: 'holder'; value: Holder };
  /** the phones that this browser has been, one an account, with the count of their entries */
  phones: { key: string; value: { deviceId: string; last: number } };
  /** what is not sent yet; names no one to whoever has not the key */
  queue: { key: [string, number]; value: { deviceId: string; sequence: number; sealed: Sealed } };
  /** what the portal handed out to be looked at without signal; each app has one of these */
  rosters: { key: string; value: { sessionId: string; endsAt: number; sealed: Sealed } };
  places: { key: string; value: { unitId: string; endsAt: number; sealed: Sealed } };
}

export type PhoneMemory = IDBPDatabase<Tables>;

/** The memory of one app: its name in the browser, and the table of what it was handed, if it was handed anything. */
export type MemoryOf = { name: string; handed?: { table: 'rosters' | 'places'; key: string } };

/** An app's memory on this phone. It outlives the browser, also without signal. */
export const openMemory = ({ name, handed }: MemoryOf): Promise<PhoneMemory> =>
  openDB<Tables>(name, 1, {
    upgrade(db) {
      db.createObjectStore('holder');
      db.createObjectStore('phones', { keyPath: 'deviceId' });
      db.createObjectStore('queue', { keyPath: ['deviceId', 'sequence'] });
      if (handed) db.createObjectStore(handed.table, { keyPath: handed.key });
    },
  });

const handedOf = (memory: PhoneMemory) =>
  (['rosters', 'places'] as const).filter((table) => memory.objectStoreNames.contains(table));

export const knownPhones = (memory: PhoneMemory): Promise<string[]> => memory.getAllKeys('phones');
export const holderOf = (memory: PhoneMemory): Promise<Holder | undefined> => memory.get('holder', 'holder');

/**
 * She has signed in here: what waits sealed for her opens again; of somebody else, what was handed and the key go. Where it is her
 * still, nothing is written: a phone that is full can be emptied by sending.
 */
export async function admit(memory: PhoneMemory, phone: Phone): Promise<Holder> {
  const { accountId, deviceId, locale } = phone;
  const still = await holderOf(memory);
  if (still?.deviceId === deviceId && still.locale === locale) return still;
  const holder = { accountId, deviceId, locale, key: await keyOf(phone.key) };
  const handed = handedOf(memory);
  const tx = memory.transaction(['holder', 'phones', ...handed], 'readwrite');
  const before = await tx.objectStore('holder').get('holder');
  if (before && before.deviceId !== deviceId) for (const table of handed) await tx.objectStore(table).clear();
  if (!(await tx.objectStore('phones').get(deviceId))) await tx.objectStore('phones').put({ deviceId, last: 0 });
  await tx.objectStore('holder').put(holder, 'holder');
  await tx.done;
  return holder;
}

/** She signs out: the key and all that was handed go, what is not sent stays sealed until she is back. */
export async function dismiss(memory: PhoneMemory): Promise<void> {
  const tables = ['holder' as const, ...handedOf(memory)];
  const tx = memory.transaction(tables, 'readwrite');
  await Promise.all([...tables.map((table) => tx.objectStore(table).clear()), tx.done]);
}

/**
 * Notes an entry for good, and then only; answers with its number in the order of this phone. Null, and nothing is noted,
 * when she has signed out meanwhile, in another tab.
 */
export async function note(memory: PhoneMemory, holder: Holder, noted: object): Promise<number | null> {
  const sealed = await seal(holder.key, noted);
  const tx = memory.transaction(['holder', 'phones', 'queue'], 'readwrite');
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

/** What waits to be sent, in order. */
export async function waiting<Noted extends object>(
  memory: PhoneMemory,
  holder: Holder,
): Promise<(Noted & { sequence: number })[]> {
  const rows = await memory.getAll('queue', ofPhone(holder.deviceId));
  return Promise.all(
    rows.map(async ({ sequence, sealed }) => ({ sequence, ...(await unseal<Noted>(holder.key, sealed)) })),
  );
}

/** How many entries wait, of her who is signed in, or of whoever used the phone. */
export const countWaiting = (memory: PhoneMemory, deviceId?: string): Promise<number> =>
  deviceId ? memory.count('queue', ofPhone(deviceId)) : memory.count('queue');

/** Forgets what the portal has said it has. */
export async function forget(memory: PhoneMemory, deviceId: string, sequences: readonly number[]): Promise<void> {
  const tx = memory.transaction('queue', 'readwrite');
  await Promise.all([...sequences.map((sequence) => tx.store.delete([deviceId, sequence])), tx.done]);
}
