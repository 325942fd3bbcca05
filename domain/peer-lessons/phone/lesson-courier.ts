import type { Stop } from '@/domain/phone/phone';
import { inDeliveries, type Portal, portalOf, unseen } from '@/domain/phone/phone-courier';
import { forget, type Holder, type PhoneMemory, waiting } from '@/domain/phone/phone-memory';
import type { LessonMonth } from '../peer-lesson';
import type { Entry, LessonDelivery, LessonsDelivered, RefusedEntry } from './delivery';
import { APP } from './lesson-memory';

/** The way to the portal's part for lessons. */
export const portal: Portal = portalOf(APP);

/** An entry of the queue, without its number. */
export type Noted = Entry extends infer Each ? (Each extends Entry ? Omit<Each, 'sequence'> : never) : never;

export type LessonsSent = { refused: RefusedEntry[]; month: LessonMonth | null; stop: Stop | null };

/**
 * Sends all that waits, in order, and forgets only what the portal says it has. A lesson that it did not take and that she has undone is
 * forgotten with its undoing.
 */
export async function send(memory: PhoneMemory, holder: Holder, ask: Portal): Promise<LessonsSent> {
  const entries = (await waiting<Noted>(memory, holder)) as Entry[];
  const refused: RefusedEntry[] = [];
  let month: LessonMonth | null = null;
  const stop = await inDeliveries(entries, async (delivery) => {
    const body: LessonDelivery = { deviceId: holder.deviceId, entries: delivery };
    const delivered = await ask<LessonsDelivered>('deliveries', body);
    const undone = undoneOf(entries, delivered.refused);
    await forget(memory, holder.deviceId, [...delivered.safe, ...undone]);
    refused.push(...delivered.refused.filter(({ sequence }) => !undone.includes(sequence)));
    month = delivered.month ?? month;
  });
  return { refused, month, stop: stop ?? (refused.length > 0 ? 'refused' : null) };
}

/** Of what was refused: lessons and undoings of which both lie on this phone. */
function undoneOf(entries: readonly Entry[], refused: readonly RefusedEntry[]): number[] {
  const gone = new Set(cancelled(entries).map(({ sequence }) => sequence));
  return refused.flatMap(({ sequence }) => (gone.has(sequence) ? [sequence] : []));
}

const lessonOf = (entry: Entry) => (entry.kind === 'lesson' ? entry.lesson.id : entry.lessonId);

/** Lessons that wait together with their undoing: to her they are nothing any more. */
export function cancelled(entries: readonly Entry[]): Entry[] {
  const both = (id: string) =>
    entries.some((entry) => entry.kind === 'lesson' && entry.lesson.id === id) &&
    entries.some((entry) => entry.kind === 'undoing' && entry.lessonId === id);
  return entries.filter((entry) => both(lessonOf(entry)));
}

/** Sends when nobody looks. */
export const sendUnseen = (memory: PhoneMemory, ask: Portal): Promise<void> =>
  unseen(memory, (holder) => send(memory, holder, ask));
