import { isOver } from '@/domain/phone/phone';
import { type Holder, type MemoryOf, openMemory, type PhoneMemory } from '@/domain/phone/phone-memory';
import { seal, unseal } from '@/domain/phone/phone-seal';
import type { Tap } from '../delivery';
import type { Roster } from '../roster/roster';

/** A tap in a delivery of the queue, without its number. */
export type Noted = Omit<Tap, 'sequence'>;

/** Its name in the browser, and of the channel between its tabs. */
export const APP = 'attendance';
const memoryOf = (name: string): MemoryOf => ({ name, handed: { table: 'rosters', key: 'sessionId' } });

/** What the phone remembers of attendance. */
export const openStore = (name = APP): Promise<PhoneMemory> => openMemory(memoryOf(name));

/** A word for each list on this phone that changes whenever the list is written, in whichever tab. */
export type Editions = ReadonlyMap<string, string>;

type Kept = Awaited<ReturnType<typeof keptLists>>[number];
const keptLists = (store: PhoneMemory) => store.getAll('rosters');
const editionOf = ({ sealed }: Kept) => sealed.nonce.join();

export async function editionsOf(store: PhoneMemory): Promise<Editions> {
  return new Map((await keptLists(store)).map((row) => [row.sessionId, editionOf(row)]));
}

/**
 * Keeps lists, sealed. `from`: what they were made from; false, and nothing is kept, when one of them was written since:
 * then they would bring back how women stood before.
 */
export async function keepRosters(
  store: PhoneMemory,
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

export async function dropRosters(store: PhoneMemory, sessionIds: readonly string[]): Promise<void> {
  for (const sessionId of sessionIds) await store.delete('rosters', sessionId);
}

/** The lists on this phone, the next session first. */
export async function readRosters(store: PhoneMemory, holder: Holder, now: number): Promise<Roster[]> {
  const rows = await keptLists(store);
  const over = rows.filter((row) => isOver(row, now));
  for (const { sessionId } of over) await store.delete('rosters', sessionId);
  const kept = rows.filter((row) => !over.includes(row));
  const rosters = await Promise.all(kept.map(({ sealed }) => unseal<Roster>(holder.key, sealed)));
  return rosters.sort((one, other) => one.startsAt - other.startsAt);
}
