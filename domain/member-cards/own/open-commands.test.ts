import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { findOwnPassport } from '@/domain/certificates/passport-queries';
import { writeSensitive } from '@/domain/consents/sensitive/sensitive-commands';
import { db } from '@/prisma/client';
import { createConsent, createConsentText } from '@/test/factories/consents';
import { createMember } from '@/test/factories/people';
import { createEnrolment, createSession } from '@/test/factories/trainings';
import { DIGITS, handOverCard, openCard } from '@/test/member-cards';
import { ownerReads } from '@/test/owner';
import { inDays, makeCourse } from '@/test/stages/trainings';
import { makeMember, makeStaff, makeUnion, nothing, type TestUnion } from '@/test/union';
import { sealDigits } from '../digits';
import { closeMemberCard, openMemberCard } from './open-commands';
import { findCardDoor, findCardOpening, findDataByCard } from './opening-queries';
import { cancelByMemberCard, loseMemberCard, withdrawByMemberCard } from './own-deed-commands';
import { listOwnPlaces } from './own-place-queries';

const NUMBER = '+84912345678';
const WRONG = '509381';
let union: TestUnion;
let head: Viewer;
let official: Viewer;
let her: string;
let card: { id: string; token: string };

beforeAll(async () => {
  union = await makeUnion();
  ({ head, official } = await makeStaff(union));
  await createConsentText(db, 'sensitive_data');
});
beforeEach(async () => {
  ({ id: her } = await createMember(db, union.khuPho5, { name: 'Điểu Thị Thẻ', phone: NUMBER }));
  card = await handOverCard(head, her);
});

const viewer = () => ({ personId: her, locale: 'vi' as const });
const tryDigits = (digits: string, token = card.token) => openMemberCard(token, digits);
const problems = async (tries: Promise<{ ok: boolean; problem?: string }>[]) =>
  (await Promise.all(tries)).map((each) => each.problem ?? 'open').sort();
const rowOf = () =>
  db.memberCard.findUniqueOrThrow({ where: { id: card.id }, select: { misses: true, waitsUntil: true } });
/** Lets the wait of a card pass, as time does. */
const letPass = () => ownerReads(`UPDATE member_card SET waits_until = now() WHERE id = $1`, [card.id]);
const secondsLeft = async () => Math.round(((await rowOf()).waitsUntil?.getTime() ?? 0) / 1000 - Date.now() / 1000);

describe('six digits', () => {
  test('open ten minutes and no more: an opening whose time is over is nobody’s, and no row can say more', async () => {
    const opening = await openCard(card.token);
    const until = (await findCardOpening(opening))?.until.getTime() ?? 0;
    expect((until - Date.now()) / 60_000).toBeCloseTo(10, 0);
    const later = `UPDATE member_card_opening SET expires_at = expires_at + interval '1 minute' WHERE card_id = $1`;
    await expect(ownerReads(later, [card.id])).rejects.toThrow('ten_minutes');
    await ownerReads(
      `UPDATE member_card_opening SET opened_at = opened_at - interval '10 minutes', expires_at = expires_at - interval '10 minutes' WHERE card_id = $1`,
      [card.id],
    );
    expect(await findCardOpening(opening)).toBeNull();
    expect(await cancelByMemberCard(opening, nothing)).toMatchObject({ problem: 'card-over' });
  });

  test('sixteen wrong at once are sixteen: five are looked at, and the card waits a minute; then twice as long each, an hour at most', async () => {
    const at = await problems(Array.from({ length: 16 }, () => tryDigits(WRONG)));
    expect(at).toEqual([...Array(11).fill('must-wait'), ...Array(5).fill('wrong-digits')]);
    expect(await rowOf()).toMatchObject({ misses: 5 });
    const waits: number[] = [];
    for (const _ of Array(8)) {
      waits.push(Math.round((await secondsLeft()) / 60));
      await letPass();
      expect(await problems([tryDigits(WRONG), tryDigits(WRONG)])).toEqual(['must-wait', 'wrong-digits']);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
  });

  test('right ones have to wait as well, and forget what was missed', async () => {
    for (const _ of Array(5)) await tryDigits(WRONG);
    expect(await tryDigits(DIGITS)).toMatchObject({
      problem: 'must-wait',
      detail: { seconds: expect.stringMatching(/^([345]\d|60)$/) },
    });
    expect((await findCardDoor(card.token))?.waitsUntil).not.toBeNull();
    await letPass();
    expect(await tryDigits(' 402 917 ')).toMatchObject({ ok: true });
    expect(await rowOf()).toEqual({ misses: 0, waitsUntil: null });
  });

  test('wrong ones keep no other card waiting', async () => {
    const other = await handOverCard(head, await makeMember(union.khuPho5), '739205');
    for (const _ of Array(6)) await tryDigits(WRONG);
    expect(await tryDigits('739205', other.token)).toMatchObject({ ok: true });
    expect(await tryDigits(DIGITS)).toMatchObject({ problem: 'must-wait' });
  });

  test('open a card six times in ten minutes; then it waits, until the first of them is ten minutes old', async () => {
    for (const _ of Array(6)) expect(await tryDigits(DIGITS)).toMatchObject({ ok: true });
    expect(await tryDigits(DIGITS)).toMatchObject({ problem: 'must-wait' });
    expect((await findCardDoor(card.token))?.waitsUntil).not.toBeNull();
    await ownerReads(
      `UPDATE member_card_opening SET opened_at = opened_at - interval '10 minutes', expires_at = expires_at - interval '10 minutes' WHERE card_id = $1`,
      [card.id],
    );
    await letPass();
    expect(await tryDigits(DIGITS)).toMatchObject({ ok: true });
  });

  test('are not taken, and not counted, while twenty others wait to be looked at', async () => {
    const place = { cardId: card.id, keyId: nothing, key: { label: 'busy', secret: Buffer.alloc(32) } };
    const others = Array.from({ length: 22 }, () => sealDigits(WRONG, place));
    expect(await tryDigits(DIGITS)).toMatchObject({ problem: 'many-at-once' });
    expect(await rowOf()).toMatchObject({ misses: 0 });
    await Promise.all(others);
    expect(await tryDigits(DIGITS)).toMatchObject({ ok: true });
  });

  test('what is no six digits is not looked at and counts for nothing', async () => {
    for (const digits of ['', '12345', '1234567', '40291a', '４０２９１７'])
      expect(await tryDigits(digits)).toMatchObject({ problem: 'wrong-digits' });
    expect(await rowOf()).toMatchObject({ misses: 0 });
  });

  test('a card that never was and one that ended are answered alike, and nothing is hashed for either', async () => {
    await loseMemberCard(await openCard(card.token));
    const never = 'a'.repeat(64);
    expect(await tryDigits(DIGITS)).toEqual(await tryDigits(DIGITS, never));
    expect([await findCardDoor(card.token), await findCardDoor(never)]).toEqual([null, null]);
    // the slow hash alone takes longer than ten of these
    const began = performance.now();
    for (const token of Array(10).fill([card.token, never]).flat()) await tryDigits(DIGITS, token);
    const looked = performance.now() - began;
    const another = await handOverCard(head, await makeMember(union.khuPho5));
    const hashed = performance.now();
    for (const _ of Array(4)) await tryDigits(WRONG, another.token);
    expect(looked / 20).toBeLessThan((performance.now() - hashed) / 4);
  });

  test('open nothing where their sealed hash was moved from another card', async () => {
    const other = await handOverCard(head, await makeMember(union.khuPho5), '739205');
    await ownerReads(
      `UPDATE member_card c SET digits = o.digits, key_id = o.key_id FROM member_card o WHERE c.id = $1 AND o.id = $2`,
      [card.id, other.id],
    );
    expect(await tryDigits('739205')).toMatchObject({ problem: 'wrong-digits' });
  });
});

describe('in her ten minutes', () => {
  test('she reads what is held on her: her number whole, and that it was opened', async () => {
    const token = await openCard(card.token);
    const data = await findDataByCard(viewer(), token);
    expect(data.person).toMatchObject({ name: 'Điểu Thị Thẻ', phone: NUMBER });
    expect(data.readings).toMatchObject([{ by: null, action: 'openMemberCard' }]);
    expect(data.memberCards).toHaveLength(1);
    expect((await findOwnPassport(viewer()))?.person.id).toBe(her);
  });

  test('sealed fields come by a card that an official made, and not by that of a head, who may not read them', async () => {
    await createConsent(db, { id: her }, 'sensitive_data');
    await writeSensitive(official, { personId: her, field: 'ethnicity', values: ['S’tiêng'], version: 0 });
    const byHead = await findDataByCard(viewer(), await openCard(card.token));
    expect(byHead).toMatchObject({ sensitiveOpened: [], sensitive: ['ethnicity'] });
    const made = await handOverCard(official, her);
    const opened = await openCard(made.token);
    expect((await findDataByCard(viewer(), opened)).sensitiveOpened).toEqual([
      { field: 'ethnicity', values: ['S’tiêng'] },
    ]);
    await db.roleGrant.updateMany({
      where: { accountId: official.accountId },
      data: { validTo: new Date('2026-01-01'), revokedAt: new Date() },
    });
    expect((await findDataByCard(viewer(), opened)).sensitiveOpened).toEqual([]);
    ({ official } = await makeStaff(union));
  });

  test('the doors of the database give nothing by the token of somebody else, or once they are over', async () => {
    const other = await makeMember(union.khuPho5);
    const theirs = await openCard((await handOverCard(head, other, '739205')).token, '739205');
    const own = await openCard(card.token);
    const numbers = (token: string) => db.$queryRaw`SELECT phone FROM app.numbers_by_card(${token})`;
    expect(await numbers(own)).toEqual([{ phone: NUMBER }]);
    for (const token of [theirs, 'x'.repeat(43), '']) expect(await numbers(token)).toEqual([]);
    await closeMemberCard(own);
    expect(await numbers(own)).toEqual([]);
    expect(await findCardOpening(own)).toBeNull();
  });

  test('she gives a seat of hers back, and not that of another', async () => {
    const at = (hour: string) => `${inDays(6)}T${hour}:00:00+07:00`;
    const session = await createSession(db, {
      course: { id: await makeCourse() },
      unit: union.khuPho5,
      startsAt: at('08'),
      endsAt: at('10'),
    });
    const own = await createEnrolment(db, session, { id: her }, 1);
    const another = await createEnrolment(db, session, { id: await makeMember(union.khuPho5) }, 2);
    const opening = await openCard(card.token);
    expect(await listOwnPlaces(viewer())).toMatchObject([{ enrolmentId: own.id, mayCancel: true }]);
    for (const id of [another.id, nothing, 'x'])
      expect(await cancelByMemberCard(opening, id)).toMatchObject({ problem: 'not-hers' });
    for (const _ of [1, 2]) expect(await cancelByMemberCard(opening, own.id)).toMatchObject({ ok: true });
    expect(await listOwnPlaces(viewer())).toEqual([]);
    const trail = await db.auditEntry.findMany({
      where: { subjectId: own.id },
      select: { actorId: true, action: true },
    });
    expect(trail).toEqual([{ actorId: null, action: 'cancelByMemberCard' }]);
  });

  test('she takes a consent back: what it had sealed is gone, and it is her own word', async () => {
    await createConsent(db, { id: her }, 'sensitive_data');
    await writeSensitive(official, { personId: her, field: 'ethnicity', values: ['S’tiêng'], version: 0 });
    const opening = await openCard(card.token);
    const both = await problems([1, 2].map(() => withdrawByMemberCard(opening, 'sensitive_data')));
    expect(both).toEqual(['nothing-to-withdraw', 'open']);
    expect(await db.sensitiveField.count({ where: { personId: her } })).toBe(0);
    const said = await db.consent.findFirst({ where: { personId: her }, orderBy: { answeredAt: 'desc' } });
    expect(said).toMatchObject({ answer: 'withdrawn', channel: 'web', takenById: null });
    expect(await withdrawByMemberCard('x'.repeat(43), 'image')).toMatchObject({ problem: 'card-over' });
  });

  test('she blocks her card herself, and everything that it opened anywhere is over', async () => {
    const [here, there] = [await openCard(card.token), await openCard(card.token)];
    expect(await loseMemberCard(here)).toMatchObject({ ok: true });
    expect(await findCardOpening(there)).toBeNull();
    expect(await loseMemberCard(there)).toMatchObject({ problem: 'card-over' });
    const trail = await db.auditEntry.findFirst({ where: { subjectId: her, action: 'endMemberCard' } });
    expect(trail).toMatchObject({ actorId: null, change: { reason: 'lost' } });
  });
});
