import 'fake-indexeddb/auto';
import { randomBytes, randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type Phone, type Stop, Stopped } from '@/domain/phone/phone';
import type { Portal } from '@/domain/phone/phone-courier';
import { countWaiting, dismiss, type PhoneMemory } from '@/domain/phone/phone-memory';
import type { LessonInput } from '../peer-lesson';
import type { LessonDelivery, LessonsDelivered } from './delivery';
import { openLessons } from './lesson-memory';
import { LessonNotes, unsentOf } from './lesson-notes';

const phoneOf = (accountId: string): Phone => ({
  accountId,
  deviceId: randomUUID(),
  key: randomBytes(32).toString('base64'),
  locale: 'vi',
  now: 0,
});
const PLACE = { id: randomUUID(), name: 'Chi hội Khu phố 5' };
const LEARNER = randomUUID();
const lesson = (minutes = 30): LessonInput => ({
  id: randomUUID(),
  unitId: PLACE.id,
  day: '2026-11-28',
  topicId: randomUUID(),
  minutes,
  women: 2,
  learnerIds: [LEARNER],
});

/** A portal that keeps what it gets, and can be out of reach, lose its answers or refuse. */
class TestPortal {
  stop: Stop | null = null;
  lose = 0;
  refuses: (minutes: number) => boolean = () => false;
  who = phoneOf('mai');
  readonly got: LessonDelivery[] = [];
  readonly has = new Set<string>();
  readonly ask: Portal = async (path, body) => {
    if (this.stop) throw new Stopped(this.stop);
    if (path === 'phone') return this.who as never;
    if (path === 'places') return [PLACE] as never;
    if (path === 'near') return { pairs: [], women: [{ id: LEARNER, name: 'Lê Thị Gần' }], me: null } as never;
    return this.take(body as LessonDelivery) as never;
  };

  private take(delivery: LessonDelivery): LessonsDelivered {
    this.got.push(delivery);
    const told: LessonsDelivered = { safe: [], refused: [], month: null };
    for (const entry of delivery.entries) {
      const known = entry.kind === 'undoing' ? this.has.delete(entry.lessonId) : !this.refuses(entry.lesson.minutes);
      if (entry.kind === 'lesson' && known) this.has.add(entry.lesson.id);
      if (known) told.safe.push(entry.sequence);
      else told.refused.push({ sequence: entry.sequence, problem: 'period-locked', detail: { until: '2026-11-01' } });
    }
    if (this.lose-- > 0) throw new Stopped('offline');
    return { ...told, month: { month: '2026-11-01', lessons: this.has.size, minutes: 0, women: 0 } };
  }
}

let name: string;
let memory: PhoneMemory;
let portal: TestPortal;
beforeEach(async () => {
  name = randomUUID();
  memory = await openLessons(name);
  portal = new TestPortal();
});
async function opened(): Promise<LessonNotes> {
  const notes = new LessonNotes(memory, portal.ask);
  await notes.connect();
  return notes;
}
const settled = (notes: LessonNotes) => vi.waitFor(() => expect(notes.snapshot().sending).toBe(false));

describe('a lesson noted on the phone', () => {
  test('without signal waits there through closing the browser, and arrives once when there is signal', async () => {
    const notes = await opened();
    portal.stop = 'offline';
    for (const minutes of [15, 30]) expect(await notes.noteLesson(lesson(minutes))).toBe(true);
    await settled(notes);
    expect(notes.snapshot()).toMatchObject({ stop: 'offline', month: null });
    memory.close();
    memory = await openLessons(name);
    const again = new LessonNotes(memory, portal.ask);
    await again.connect();
    expect(unsentOf(again.snapshot())).toBe(2);
    expect(again.snapshot()).toMatchObject({ phase: 'open', places: [PLACE], placeId: PLACE.id, near: null });
    portal.stop = null;
    await again.connect();
    expect(again.snapshot()).toMatchObject({ entries: [], stop: null, month: { lessons: 2 } });
    expect(portal.got.flatMap(({ entries }) => entries.map(({ sequence }) => sequence))).toEqual([1, 2]);
  });

  test('of which the answer was lost is sent again with the same id, and is one', async () => {
    const notes = await opened();
    portal.lose = 1;
    await notes.noteLesson(lesson());
    await settled(notes);
    expect(await countWaiting(memory)).toBe(1);
    await notes.connect();
    expect(await countWaiting(memory)).toBe(0);
    expect(portal.got).toHaveLength(2);
    expect(portal.has.size).toBe(1);
  });

  test('that the portal does not take stays with the reason and holds up no other, until she drops it', async () => {
    const notes = await opened();
    portal.refuses = (minutes) => minutes === 60;
    portal.stop = 'offline';
    for (const minutes of [60, 30]) await notes.noteLesson(lesson(minutes));
    await settled(notes);
    portal.stop = null;
    await notes.connect();
    expect(portal.has.size).toBe(1);
    const { refused, entries, stop } = notes.snapshot();
    expect({ refused, stop, left: entries.length }).toEqual({
      refused: [{ sequence: 1, problem: 'period-locked', detail: { until: '2026-11-01' } }],
      stop: 'refused',
      left: 1,
    });
    await notes.drop(1);
    expect(notes.snapshot()).toMatchObject({ refused: [], entries: [], stop: null });
    expect(await countWaiting(memory)).toBe(0);
  });

  test('is undone, sent or not; undone before it was sent it waits for her no more', async () => {
    const notes = await opened();
    await notes.noteLesson(lesson());
    await settled(notes);
    expect(portal.has.size).toBe(1);
    await notes.undo();
    await settled(notes);
    expect(portal.has.size).toBe(0);
    portal.stop = 'offline';
    await notes.noteLesson(lesson());
    await notes.undo();
    await settled(notes);
    expect(unsentOf(notes.snapshot())).toBe(0);
    portal.stop = null;
    portal.refuses = () => true;
    await notes.connect();
    expect(notes.snapshot()).toMatchObject({ entries: [], refused: [], stop: null });
  });
});

describe('whose lessons wait', () => {
  test('nobody reads: no name, topic or place lies open on the phone, and signing out takes key and places', async () => {
    const notes = await opened();
    portal.stop = 'offline';
    const noted = lesson();
    await notes.noteLesson(noted);
    await settled(notes);
    const bytes = async () =>
      JSON.stringify(
        (await Promise.all(['queue', 'places'].map((table) => memory.getAll(table as 'queue'))))
          .flat()
          .map((row) => [Object.keys(row), Buffer.from(row.sealed.text).toString('latin1')]),
      );
    for (const word of ['Lê Thị', LEARNER, noted.topicId, 'Khu phố 5', noted.id])
      expect(await bytes()).not.toContain(word);
    await dismiss(memory);
    expect(await memory.getAll('places')).toEqual([]);
    expect(await notes.noteLesson(lesson())).toBe(false);
    expect(notes.snapshot()).toMatchObject({ phase: 'closed', entries: [], sealed: 1, near: null });
  });

  test('somebody else on the phone sends nothing of hers; back again she sends it herself', async () => {
    const notes = await opened();
    portal.stop = 'offline';
    await notes.noteLesson(lesson());
    await settled(notes);
    const mai = portal.who;
    await dismiss(memory);
    portal.stop = null;
    portal.who = phoneOf('lan');
    const other = await opened();
    expect(other.snapshot()).toMatchObject({ entries: [], sealed: 1 });
    expect(portal.got).toEqual([]);
    await dismiss(memory);
    portal.who = mai;
    await opened();
    expect(portal.has.size).toBe(1);
    expect(await countWaiting(memory)).toBe(0);
  });

  test('a sign-in that has ended keeps them, and says so', async () => {
    const notes = await opened();
    portal.stop = 'signed-out';
    await notes.noteLesson(lesson());
    await settled(notes);
    expect(notes.snapshot()).toMatchObject({ phase: 'open', stop: 'signed-out' });
    expect(unsentOf(notes.snapshot())).toBe(1);
  });
});
