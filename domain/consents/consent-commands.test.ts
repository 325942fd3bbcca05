import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createConsent, createConsentText } from '@/test/factories/consents';
import { makeMember, makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import { type ConsentPurpose, standingConsent, type TakeConsentInput } from './consent';
import { takeConsent, withdrawConsent } from './consent-commands';
import { findStandingConsent, listAnswers, listConsents } from './consent-queries';

let union: TestUnion;
let official: Viewer;
let outsider: Viewer;
let head: Viewer;
let reader: Viewer;
let contactText: string;

beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  outsider = await makeViewer('commune_official', union.trangDai);
  head = await makeViewer('sub_association_head', union.khuPho5);
  reader = await makeViewer('viewer', union.longHung);
  contactText = (await createConsentText(db, 'contact')).id;
  for (const purpose of ['record_keeping', 'image'] as const) await createConsentText(db, purpose);
});

const answer = (personId: string, more: Partial<TakeConsentInput> = {}): TakeConsentInput => ({
  personId,
  purpose: 'contact',
  textId: contactText,
  answer: 'given',
  channel: 'in_person',
  day: today(),
  ...more,
});
const stateOf = async (viewer: Viewer, personId: string, purpose: ConsentPurpose = 'contact') =>
  (await listConsents(viewer, personId))?.find((each) => each.purpose === purpose);
const mergeInto = (absorbedId: string, survivorId: string) =>
  db.person.update({ where: { id: absorbedId }, data: { mergedIntoId: survivorId }, select: { id: true } });

describe('taking and withdrawing consent', () => {
  test('the head of her sub-association takes it: text, way, day and taker are kept, and no name goes into the trail', async () => {
    const personId = await makeMember(union.khuPho5, 'Lê Thị Đồng Ý');
    expect(await stateOf(head, personId)).toMatchObject({ state: 'not-asked', standing: null, text: { edition: 1 } });
    expect((await takeConsent(head, answer(personId))).ok).toBe(true);
    expect(await stateOf(head, personId)).toMatchObject({
      state: 'given',
      standing: { channel: 'in_person', takenBy: head.displayName, text: { edition: 1, locale: 'vi' } },
    });
    expect(await stateOf(head, personId, 'record_keeping')).toMatchObject({ state: 'not-asked' });
    const [entry] = await db.auditEntry.findMany({ where: { subjectId: personId }, take: 1 });
    expect(entry).toMatchObject({ action: 'takeConsent', change: { purpose: 'contact', answer: 'given' } });
    expect(JSON.stringify(entry)).not.toContain('Đồng Ý');
  });

  test('she withdraws at any time, by another way; nothing is lost of what was, and there is nothing to withdraw twice', async () => {
    const personId = await makeMember(union.khuPho5);
    const withdrawing = { personId, purpose: 'contact' as const, channel: 'zalo' as const, day: today() };
    expect(await withdrawConsent(official, withdrawing)).toEqual({ ok: false, problem: 'nothing-to-withdraw' });
    await takeConsent(official, answer(personId, { day: addDays(today(), -30) }));
    expect((await withdrawConsent(official, withdrawing)).ok).toBe(true);
    expect(await stateOf(official, personId)).toMatchObject({
      state: 'withdrawn',
      history: [{ answer: 'withdrawn', channel: 'zalo' }, { answer: 'given' }],
    });
    expect(await withdrawConsent(official, withdrawing)).toEqual({ ok: false, problem: 'nothing-to-withdraw' });
    expect((await takeConsent(official, answer(personId))).ok).toBe(true);
    expect(await stateOf(official, personId)).toMatchObject({ state: 'given' });
  });

  test('nobody withdraws on a day before she consented: the answer that stands came later', async () => {
    const personId = await makeMember(union.khuPho5);
    const withdrawing = { personId, purpose: 'contact' as const, channel: 'paper' as const };
    await takeConsent(official, answer(personId, { day: addDays(today(), -5) }));
    expect(await withdrawConsent(official, { ...withdrawing, day: addDays(today(), -6) })).toEqual({
      ok: false,
      problem: 'nothing-to-withdraw',
    });
    expect(await stateOf(official, personId)).toMatchObject({ state: 'given', history: [{ answer: 'given' }] });
    expect((await withdrawConsent(official, { ...withdrawing, day: addDays(today(), -5) })).ok).toBe(true);
  });

  test('a yes of an earlier day, brought in later, does not undo the no that came after it', async () => {
    const personId = await makeMember(union.khuPho5);
    await takeConsent(official, answer(personId, { answer: 'refused', day: addDays(today(), -2) }));
    await takeConsent(official, answer(personId, { day: addDays(today(), -9), channel: 'paper' }));
    expect(await stateOf(official, personId)).toMatchObject({ state: 'refused', history: [{}, { answer: 'given' }] });
  });

  test('a yes to being named holds to its last day where she says one; another purpose has none, nor has a no', async () => {
    const [personId, textId] = [await makeMember(union.khuPho5), (await createConsentText(db, 'name_in_story')).id];
    const named = (more: Partial<TakeConsentInput>) =>
      takeConsent(official, answer(personId, { purpose: 'name_in_story', textId, ...more }));
    const lastDay = addDays(today(), 3);
    expect(await named({ lastDay: addDays(today(), -1) })).toEqual({ ok: false, problem: 'last-day-over' });
    expect((await named({ lastDay })).ok).toBe(true);
    const until = addDays(lastDay, 1);
    expect(await stateOf(official, personId, 'name_in_story')).toMatchObject({ state: 'given', standing: { until } });
    // sent twice it is there once; another day is another answer
    for (const day of [lastDay, today()]) expect((await named({ lastDay: day })).ok).toBe(true);
    const history = (await stateOf(official, personId, 'name_in_story'))?.history;
    expect(history?.map((each) => each.until)).toEqual([addDays(today(), 1), until]);
    const entries = await db.auditEntry.findMany({ where: { subjectId: personId }, orderBy: { id: 'desc' }, take: 9 });
    expect(entries.map(({ change }) => change)).toMatchObject([{ lastDay: today() }, { lastDay }]);
    expect((await named({ answer: 'refused', lastDay })).ok).toBe(true);
    expect((await takeConsent(official, answer(personId, { lastDay }))).ok).toBe(true);
    for (const purpose of ['name_in_story', 'contact'] as const)
      expect((await stateOf(official, personId, purpose))?.standing?.until).toBeNull();
  });

  test('only the newest wording is asked with, only of its own purpose, and no day to come or long ago', async () => {
    const personId = await makeMember(union.khuPho5);
    const older = (await createConsentText(db, 'name_in_story')).id;
    const newer = (await createConsentText(db, 'name_in_story', 2)).id;
    const story = (textId: string) => takeConsent(official, answer(personId, { purpose: 'name_in_story', textId }));
    expect(await story(older)).toEqual({
      ok: false,
      problem: 'text-replaced',
      detail: { purposes: 'name_in_story' },
    });
    expect(await story(contactText)).toEqual({ ok: false, problem: 'not-found' });
    expect((await story(newer)).ok).toBe(true);
    expect(await takeConsent(official, answer(personId, { day: addDays(today(), 1) }))).toMatchObject({
      problem: 'day-ahead',
    });
    expect(await takeConsent(official, answer(personId, { day: addDays(today(), -400) }))).toMatchObject({
      problem: 'day-too-old',
    });
  });

  test('a woman of Trảng Dài is answered as one that does not exist, and a reader sees no consents', async () => {
    const personId = await makeMember(union.khuPho5);
    await takeConsent(official, answer(personId));
    for (const [viewer, id] of [
      [outsider, personId],
      [reader, personId],
      [official, nothing],
      [official, 'x'],
    ] as const) {
      expect(await listConsents(viewer, id)).toBeNull();
      expect(await findStandingConsent(viewer, id, { purpose: 'contact' })).toBeNull();
      expect(await takeConsent(viewer, answer(id))).toEqual({ ok: false, problem: 'not-found' });
      const withdrawing = { personId: id, purpose: 'contact' as const, channel: 'paper' as const, day: today() };
      expect(await withdrawConsent(viewer, withdrawing)).toEqual({ ok: false, problem: 'not-found' });
    }
    expect(await listConsents(await makeViewer('sub_association_head', union.khuPho6), personId)).toBeNull();
    expect(await stateOf(official, personId)).toMatchObject({ state: 'given', history: [{}] });
  });

  test('an answer is never changed and never deleted, not even by hand', async () => {
    const personId = await makeMember(union.khuPho5);
    await takeConsent(official, answer(personId));
    await expect(db.consent.updateMany({ where: { personId }, data: { answer: 'refused' } })).rejects.toThrow();
    await expect(db.consent.deleteMany({ where: { personId } })).rejects.toThrow();
  });
});

describe('a record merged into another', () => {
  test('its answers count for her: the later one, and of two on the same instant the refusal', async () => {
    const [survivor, absorbed, twice] = [
      await makeMember(union.khuPho5),
      await makeMember(union.khuPho5),
      await makeMember(union.khuPho5),
    ];
    await createConsent(db, { id: survivor }, 'contact', { at: '2026-02-01T03:00:00Z' });
    await createConsent(db, { id: absorbed }, 'contact', { answer: 'refused', at: '2026-02-01T03:00:00Z' });
    await createConsent(db, { id: twice }, 'record_keeping');
    await mergeInto(twice, absorbed);
    await mergeInto(absorbed, survivor);
    expect(await findStandingConsent(official, survivor, { purpose: 'contact' })).toMatchObject({ answer: 'refused' });
    expect(await findStandingConsent(official, survivor, { purpose: 'record_keeping' })).toMatchObject({
      answer: 'given',
    });
    expect(await listAnswers(official, absorbed)).toBeNull();
    await createConsent(db, { id: survivor }, 'contact', { at: '2026-02-01T03:00:01Z' });
    expect(await findStandingConsent(official, survivor, { purpose: 'contact' })).toMatchObject({ answer: 'given' });
  });

  test('the database and the rule in words choose the same answer, whatever was said when', async () => {
    const answered = fc.array(
      fc.record({
        answer: fc.constantFrom('given', 'refused', 'withdrawn'),
        minute: fc.integer({ min: 0, max: 2 }),
        merged: fc.boolean(),
      }),
      { minLength: 1, maxLength: 6 },
    );
    for (const said of fc.sample(answered, 15)) {
      const [id, absorbed] = [await makeMember(union.khuPho5), await makeMember(union.khuPho5)];
      await mergeInto(absorbed, id);
      for (const { answer: given, minute, merged } of said)
        await createConsent(db, { id: merged ? absorbed : id }, 'contact', {
          answer: given,
          at: `2026-03-01T03:0${minute}:00Z`,
        });
      const [row] = await db.$queryRaw<
        { stands: boolean }[]
      >`SELECT app.consent_stands(${id}::uuid, 'contact') AS stands`;
      const answers = (await listAnswers(official, id)) ?? [];
      expect(row?.stands, JSON.stringify(said)).toBe(standingConsent(answers, 'contact')?.answer === 'given');
    }
  });
});
