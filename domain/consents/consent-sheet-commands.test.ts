import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createConsentText } from '@/test/factories/consents';
import { makeMember, makeStaff, makeUnion, nothing, type TestUnion } from '@/test/union';
import { type TakeConsentsInput, takeConsentsInput } from './consent';
import { takeConsent, takeConsents, withdrawConsent } from './consent-commands';
import { listConsents } from './consent-queries';

let union: TestUnion;
let staff: Awaited<ReturnType<typeof makeStaff>>;
let text: Record<'contact' | 'image' | 'record_keeping', string>;

beforeAll(async () => {
  union = await makeUnion();
  staff = await makeStaff(union);
  const [contact, image, record] = [
    await createConsentText(db, 'contact'),
    await createConsentText(db, 'image'),
    await createConsentText(db, 'record_keeping'),
  ];
  text = { contact: contact.id, image: image.id, record_keeping: record.id };
});

const sheet = (personId: string, more: Partial<TakeConsentsInput> = {}): TakeConsentsInput => ({
  personId,
  text,
  channel: 'paper',
  day: addDays(today(), -3),
  answer: { contact: 'given', image: 'refused', record_keeping: '' },
  ...more,
});
/** Her answers, purpose by purpose: how each stands, and how many there are. */
async function answersOf(viewer: Viewer, personId: string) {
  const all = (await listConsents(viewer, personId)) ?? [];
  return Object.fromEntries(
    all.flatMap(({ purpose, state, history }) => (history.length > 0 ? [[purpose, `${state} ${history.length}`]] : [])),
  );
}
const entriesOf = (subjectId: string) =>
  db.auditEntry.count({ where: { subjectId, subjectType: 'person', action: 'takeConsent' } });

describe('a sheet of consents', () => {
  test('keeps an answer to each purpose that was asked, on its day, with a line each in the trail; what was not asked stays so', async () => {
    const her = await makeMember(union.khuPho5);
    expect(await takeConsents(staff.head, sheet(her))).toMatchObject({ ok: true });
    expect(await answersOf(staff.head, her)).toEqual({ contact: 'given 1', image: 'refused 1' });
    const rows = await db.consent.findMany({
      where: { personId: her },
      select: { channel: true, textId: true },
      take: 9,
    });
    expect(new Set(rows.map(({ textId }) => textId))).toEqual(new Set([text.contact, text.image]));
    expect(rows.every(({ channel }) => channel === 'paper')).toBe(true);
    expect(await entriesOf(her)).toBe(2);
  });

  test('sent twice, one after the other or at once, it is there once; so is a single answer', async () => {
    for (const day of [today(), addDays(today(), -3)]) {
      const [her, other] = [await makeMember(union.khuPho5), await makeMember(union.khuPho5)];
      for (let times = 0; times < 2; times++)
        expect((await takeConsents(staff.official, sheet(her, { day }))).ok).toBe(true);
      expect(await answersOf(staff.official, her)).toEqual({ contact: 'given 1', image: 'refused 1' });
      expect(await entriesOf(her)).toBe(2);
      const sent = await Promise.all([1, 2, 3].map(() => takeConsents(staff.official, sheet(other, { day }))));
      expect(sent.every(({ ok }) => ok)).toBe(true);
      expect(await answersOf(staff.official, other)).toEqual({ contact: 'given 1', image: 'refused 1' });
      const again = { purpose: 'contact', textId: text.contact, answer: 'given', channel: 'paper', day } as const;
      expect((await takeConsent(staff.official, { personId: her, ...again })).ok).toBe(true);
      expect(await answersOf(staff.official, her)).toMatchObject({ contact: 'given 1' });
    }
  });

  test('holds a last day for her name in stories alone, and only with a yes; one that is over is refused with the whole sheet', async () => {
    const her = await makeMember(union.khuPho5);
    const name_in_story = (await createConsentText(db, 'name_in_story')).id;
    const until = (answer: TakeConsentsInput['answer'], lastDay: string, day = today()) => {
      const written = { ...sheet(her, { day }), text: { ...text, name_in_story }, answer };
      return takeConsents(staff.head, takeConsentsInput.parse({ ...written, lastDay: { name_in_story: lastDay } }));
    };
    const storiesOf = async () =>
      (await listConsents(staff.head, her))?.find(({ purpose }) => purpose === 'name_in_story')?.standing;
    expect(await until({ name_in_story: 'given', contact: 'given' }, addDays(today(), -1))).toEqual({
      ok: false,
      problem: 'last-day-over',
    });
    expect(await answersOf(staff.head, her)).toEqual({});
    expect((await until({ name_in_story: 'given', contact: 'given' }, addDays(today(), 2))).ok).toBe(true);
    expect(await storiesOf()).toMatchObject({ answer: 'given', until: addDays(today(), 3) });
    expect((await until({ name_in_story: 'given' }, '')).ok).toBe(true);
    expect(await storiesOf()).toMatchObject({ answer: 'given', until: null });
    expect((await until({ name_in_story: 'refused' }, addDays(today(), -1))).ok).toBe(true);
    expect(await storiesOf()).toMatchObject({ answer: 'refused', until: null });
    expect(takeConsentsInput.safeParse({ ...sheet(her), lastDay: { contact: today() } }).success).toBe(false);
  });

  test('a yes of today after a withdrawal of today is a new one', async () => {
    const her = await makeMember(union.khuPho5);
    const asked = sheet(her, { day: today(), answer: { contact: 'given' } });
    await takeConsents(staff.head, asked);
    await withdrawConsent(staff.head, { personId: her, purpose: 'contact', channel: 'paper', day: today() });
    expect((await takeConsents(staff.head, asked)).ok).toBe(true);
    expect(await answersOf(staff.head, her)).toEqual({ contact: 'given 3' });
  });

  test('where one wording was replaced nothing of it is kept, and it says which; each is asked with a wording of its own', async () => {
    const her = await makeMember(union.khuPho5);
    const [older, newer] = [await createConsentText(db, 'open_roster'), await createConsentText(db, 'open_roster', 2)];
    const roster = (id: string) =>
      sheet(her, { text: { ...text, open_roster: id }, answer: { contact: 'given', open_roster: 'given' } });
    expect(await takeConsents(staff.head, roster(older.id))).toEqual({
      ok: false,
      problem: 'text-replaced',
      detail: { purposes: 'open_roster' },
    });
    expect(await takeConsents(staff.head, roster(text.contact))).toEqual({ ok: false, problem: 'not-found' });
    expect(await takeConsents(staff.head, sheet(her, { text: {} }))).toEqual({ ok: false, problem: 'not-found' });
    expect(await answersOf(staff.head, her)).toEqual({});
    expect((await takeConsents(staff.head, roster(newer.id))).ok).toBe(true);
    expect(await answersOf(staff.head, her)).toEqual({ contact: 'given 1', open_roster: 'given 1' });
  });

  test('a day to come or long ago is none, and a sheet without an answer or with an unknown purpose is no sheet', async () => {
    const her = await makeMember(union.khuPho5);
    for (const [days, problem] of [
      [1, 'day-ahead'],
      [-400, 'day-too-old'],
    ] as const)
      expect(await takeConsents(staff.head, sheet(her, { day: addDays(today(), days) }))).toMatchObject({ problem });
    expect(await answersOf(staff.head, her)).toEqual({});
    const parsed = (answer: object) => takeConsentsInput.safeParse({ ...sheet(her), answer }).success;
    expect(parsed({ contact: 'given' })).toBe(true);
    for (const wrong of [{}, { contact: '', image: '' }, { contact: 'withdrawn' }, { whatever: 'given' }])
      expect(parsed(wrong), JSON.stringify(wrong)).toBe(false);
  });

  test('a woman of Trảng Dài is answered as one that does not exist, and a reader records nothing', async () => {
    const her = await makeMember(union.khuPho5);
    for (const [viewer, id] of [
      [staff.neighbour, her],
      [staff.otherHead, her],
      [staff.reader, her],
      [staff.trainer, her],
      [staff.official, nothing],
      [staff.official, 'x'],
    ] as const)
      expect(await takeConsents(viewer, sheet(id))).toEqual({ ok: false, problem: 'not-found' });
    expect(await answersOf(staff.official, her)).toEqual({});
  });
});
