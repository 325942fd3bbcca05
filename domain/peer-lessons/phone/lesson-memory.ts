import { isOver } from '@/domain/phone/phone';
import { type Holder, openMemory, type PhoneMemory } from '@/domain/phone/phone-memory';
import { seal, unseal } from '@/domain/phone/phone-seal';
import type { LessonPlace } from './delivery';

/** Its name in the browser, and of the channel between its tabs. */
export const APP = 'peer-lessons';

/** What the phone remembers of lessons: what is not sent, and the places she notes them for. Names of women it never keeps. */
export const openLessons = (name = APP): Promise<PhoneMemory> =>
  openMemory({ name, handed: { table: 'places', key: 'unitId' } });

/** Keeps her places, sealed, instead of those from before. */
export async function keepPlaces(
  memory: PhoneMemory,
  holder: Holder,
  places: readonly LessonPlace[],
  now: number,
): Promise<void> {
  const rows = await Promise.all(
    places.map(async (place, at) => ({
      unitId: place.id,
      endsAt: now,
      sealed: await seal(holder.key, { ...place, at }),
    })),
  );
  const tx = memory.transaction(['holder', 'places'], 'readwrite');
  const present = await tx.objectStore('holder').get('holder');
  if (present?.deviceId !== holder.deviceId) return;
  await tx.objectStore('places').clear();
  await Promise.all(rows.map((row) => tx.objectStore('places').put(row)));
  await tx.done;
}

/** Her places as she was last told them; days later none. */
export async function readPlaces(memory: PhoneMemory, holder: Holder, now: number): Promise<LessonPlace[]> {
  const rows = (await memory.getAll('places')).filter((row) => !isOver(row, now));
  const places = await Promise.all(rows.map(({ sealed }) => unseal<LessonPlace & { at: number }>(holder.key, sealed)));
  return places.sort((one, other) => one.at - other.at).map(({ id, name }) => ({ id, name }));
}
