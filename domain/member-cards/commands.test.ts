import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, today } from '@/domain/days/day';
import { mergePersons } from '@/domain/merging/merge-commands';
import { endMembership, moveMembership } from '@/domain/people/memberships/membership-commands';
import { db } from '@/prisma/client';
import { cardOf, DIGITS, handOverCard, makeCard, openCard } from '@/test/member-cards';
import { ownerReads } from '@/test/owner';
import { makeDouble, mergeOf } from '@/test/stages/merging';
import { makeMember, makeStaff, makeUnion, nothing, type TestUnion } from '@/test/union';
import { endMemberCard, handOverMemberCard, makeMemberCard } from './commands';
import { CARDS_MAX } from './member-card';
import { findCardOpening } from './own/opening-queries';
import { printMemberCards } from './print-commands';
import { findCardsOfPerson, listWaitingCards } from './queries';

let union: TestUnion;
let staff: Awaited<ReturnType<typeof makeStaff>>;
let head: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  staff = await makeStaff(union);
  ({ head } = staff);
});

const member = (unit = union.khuPho5) => makeMember(unit);
const typed = (digits = DIGITS) => ({ password: digits, repeatedPassword: digits });
const stateOf = (personId: string) =>
  db.memberCard.findMany({
    where: { personId },
    orderBy: { madeAt: 'asc' },
    select: { endReason: true, endedById: true },
    take: 9,
  });
const trailOf = async (subjectId: string) =>
  (
    await db.auditEntry.findMany({
      where: { subjectId, action: { contains: 'MemberCard' } },
      orderBy: { id: 'asc' },
      select: { actorId: true, action: true, change: true },
      take: 20,
    })
  ).map(({ actorId, action, change }) => ({ by: actorId, action, reason: (change as { reason?: string }).reason }));

describe('a card', () => {
  test('is made by the head of her sub-association and by her officials, and by nobody of another place', async () => {
    for (const viewer of [head, staff.official]) {
      const personId = await member();
      expect(await makeMemberCard(viewer, { personId })).toMatchObject({ ok: true });
    }
    for (const viewer of [staff.otherHead, staff.neighbour, staff.reader, staff.trainer]) {
      expect(await makeMemberCard(viewer, { personId: await member() })).toEqual({ ok: false, problem: 'not-found' });
      expect(await findCardsOfPerson(viewer, await member())).toBeNull();
    }
    expect(await makeMemberCard(head, { personId: nothing })).toEqual({ ok: false, problem: 'not-found' });
  });

  test('opens nothing before it is handed over, and its token and digits stand nowhere as they are', async () => {
    const personId = await member();
    const { id, token } = await makeCard(head, personId);
    await expect(openCard(token)).rejects.toThrow('card-over');
    expect(await handOverMemberCard(head, { cardId: id, ...typed() })).toMatchObject({ ok: true });
    expect(await findCardOpening(await openCard(token))).toMatchObject({ personId });
    const rows = JSON.stringify([
      await db.memberCard.findMany({ where: { personId } }),
      await db.auditEntry.findMany({ where: { subjectId: personId }, take: 20 }),
    ]);
    for (const secret of [token, DIGITS, '$argon2']) expect(rows).not.toContain(secret);
  });

  test('takes digits once, not those that are tried first, and not of a neighbour’s card', async () => {
    const personId = await member();
    const { id } = await makeCard(head, personId);
    await db.person.update({ where: { id: personId }, data: { birthYear: 1972 }, select: { id: true } });
    for (const digits of ['123456', '987654', '111111', '121212', '123123', '111222', '197205', '140372'])
      expect(await handOverMemberCard(head, { cardId: id, ...typed(digits) }), digits).toMatchObject({
        problem: 'guessed-first',
      });
    for (const viewer of [staff.otherHead, staff.neighbour])
      expect(await handOverMemberCard(viewer, { cardId: id, ...typed() })).toMatchObject({ problem: 'not-found' });
    const both = await Promise.all([1, 2].map(() => handOverMemberCard(head, { cardId: id, ...typed() })));
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  test('is handed over within thirty days', async () => {
    const { id } = await makeCard(head, await member());
    await ownerReads(`UPDATE member_card SET made_at = now() - interval '31 days' WHERE id = $1`, [id]);
    expect(await handOverMemberCard(head, { cardId: id, ...typed() })).toMatchObject({ problem: 'too-late' });
    expect((await listWaitingCards(head)).map((card) => card.id)).not.toContain(id);
  });

  test('a new one ends the old, and of two who make one at once one card stands', async () => {
    const personId = await member();
    const old = await handOverCard(head, personId);
    const opening = await openCard(old.token);
    await Promise.all([head, staff.official].map((viewer) => makeMemberCard(viewer, { personId })));
    expect((await stateOf(personId)).map(({ endReason }) => endReason)).toEqual(['replaced', 'replaced', null]);
    expect(await findCardOpening(opening)).toBeNull();
    await expect(openCard(old.token)).rejects.toThrow('card-over');
  });

  test('that was lost is ended in one tap; what it had opened is over, and all of it stands in the trail', async () => {
    const personId = await member();
    const { id, token } = await handOverCard(head, personId);
    const opening = await openCard(token);
    expect(await endMemberCard(staff.neighbour, { cardId: id, reason: 'lost' })).toMatchObject({
      problem: 'not-found',
    });
    expect(await findCardOpening(opening)).not.toBeNull();
    for (const _ of [1, 2])
      expect(await endMemberCard(head, { cardId: id, reason: 'lost' })).toMatchObject({ ok: true });
    expect(await findCardOpening(opening)).toBeNull();
    await expect(openCard(token)).rejects.toThrow('card-over');
    expect(await trailOf(personId)).toEqual([
      { by: head.accountId, action: 'makeMemberCard', reason: undefined },
      { by: head.accountId, action: 'handOverMemberCard', reason: undefined },
      { by: null, action: 'openMemberCard', reason: undefined },
      { by: head.accountId, action: 'endMemberCard', reason: 'lost' },
    ]);
  });
});

test('a card that ended keeps nothing of her digits and does not begin again, whatever writes it', async () => {
  const personId = await member();
  const { id } = await handOverCard(head, personId);
  const again = { where: { id }, data: { handedOverAt: new Date() }, select: { id: true } };
  await expect(db.memberCard.update(again)).rejects.toThrow('stays so');
  await endMemberCard(head, { cardId: id, reason: 'lost' });
  expect(await db.memberCard.findUnique({ where: { id } })).toMatchObject({
    digits: null,
    keyId: null,
    handedOverById: head.accountId,
  });
  for (const data of [{ endedAt: null, endReason: null }, { endReason: 'left' }, { handedOverAt: null }])
    await expect(db.memberCard.update({ where: { id }, data, select: { id: true } })).rejects.toThrow('stays so');
});

describe('with what it was made for a card ends, whoever writes it', () => {
  const version = async (personId: string) =>
    db.membership.findFirstOrThrow({ where: { personId, validTo: null }, select: { id: true, version: true } });

  test('the end of her membership, and one who comes back gets a new card', async () => {
    const personId = await member();
    const { token } = await handOverCard(head, personId);
    const { id, version: at } = await version(personId);
    const end = { personId, membershipId: id, version: at, lastDay: addDays(today(), -1), reason: '' };
    expect(await endMembership(staff.official, end)).toMatchObject({ ok: true });
    expect(await stateOf(personId)).toEqual([{ endReason: 'left', endedById: null }]);
    await db.membership.create({
      data: { personId, unitId: union.khuPho5.id, validFrom: new Date(`${today()}T00:00:00Z`) },
      select: { id: true },
    });
    await expect(openCard(token)).rejects.toThrow('card-over');
  });

  test('an end that was written ahead, on its day, though nobody looks then', async () => {
    const personId = await member();
    const { token } = await handOverCard(head, personId);
    const opening = await openCard(token);
    await ownerReads(`UPDATE membership SET valid_to = app.today() + 1 WHERE person_id = $1`, [personId]);
    expect(await findCardOpening(opening)).not.toBeNull();
    const unnoticed = `SET session_replication_role = replica; UPDATE membership SET valid_to = app.today()`;
    await ownerReads(`${unnoticed} WHERE person_id = '${personId}'`);
    expect(await findCardOpening(opening)).toBeNull();
    await expect(openCard(token)).rejects.toThrow('card-over');
  });

  test('a move to another sub-association, but not another kind of membership at her own', async () => {
    const personId = await member();
    await handOverCard(head, personId);
    const stays = await version(personId);
    const how = { personId, day: today(), unitId: union.khuPho5.id };
    const core = { ...how, membershipId: stays.id, version: stays.version, kind: 'core' } as const;
    expect(await moveMembership(staff.official, core)).toMatchObject({ ok: true });
    expect(await stateOf(personId)).toMatchObject([{ endReason: null }]);
    const goes = await version(personId);
    const move = { ...core, membershipId: goes.id, version: goes.version, unitId: union.khuPho6.id };
    expect(await moveMembership(staff.official, move)).toMatchObject({ ok: true });
    expect((await stateOf(personId))[0]?.endReason).toMatch(/^(moved|left)$/);
  });

  test('an erasure', async () => {
    const personId = await member();
    await handOverCard(head, personId);
    await ownerReads('UPDATE person SET full_name = NULL, erased_on = app.today() WHERE id = $1', [personId]);
    expect(await stateOf(personId)).toEqual([{ endReason: 'erased', endedById: null }]);
  });

  test('a merger ends that of the record that goes, and leaves that of the one that stands', async () => {
    const two = await makeDouble(union);
    for (const personId of [two.survivorId, two.absorbedId]) await makeCard(staff.official, personId);
    expect(await mergePersons(staff.official, await mergeOf(two))).toMatchObject({ ok: true });
    expect(await stateOf(two.absorbedId)).toMatchObject([{ endReason: 'merged' }]);
    expect(await stateOf(two.survivorId)).toMatchObject([{ endReason: null }]);
  });
});

describe('on paper', () => {
  test('the card behind a hundred others is printed by itself, and stands on the next sheets', async () => {
    const other = await makeUnion();
    const { head: theirs } = await makeStaff(other);
    const waiting: { personId: string; unitId: string; tokenHash: Buffer<ArrayBuffer>; madeById: string }[] = [];
    for (const _ of Array(CARDS_MAX)) {
      const personId = await member(other.khuPho5);
      const tokenHash = Buffer.from(randomBytes(32));
      waiting.push({ personId, unitId: other.khuPho5.id, tokenHash, madeById: theirs.accountId });
    }
    await db.memberCard.createMany({ data: waiting });
    const last = await member(other.khuPho5);
    const { id, token } = await makeCard(theirs, last);
    const first = await listWaitingCards(theirs);
    expect(first.map((card) => card.id)).not.toContain(id);
    expect(await listWaitingCards(theirs, { after: first.at(-1)?.id ?? '' })).toMatchObject([{ id, personId: last }]);
    expect(await printMemberCards(theirs, { personId: last })).toMatchObject({ value: [{ token }] });
  });

  test('stand those that wait within her reach, each in the trail, and none that was handed over', async () => {
    const [waits, handed] = [await member(), await member()];
    const { token } = await makeCard(head, waits);
    await handOverCard(head, handed);
    expect(await printMemberCards(head, { personId: handed })).toMatchObject({ problem: 'not-found' });
    expect(await printMemberCards(staff.neighbour, { personId: waits })).toMatchObject({ problem: 'not-found' });
    expect(await printMemberCards(head, { personId: waits })).toMatchObject({ value: [{ token, calledBy: 'Lan' }] });
    expect((await listWaitingCards(staff.official)).map(({ personId }) => personId)).toContain(waits);
    expect((await trailOf(waits)).at(-1)).toMatchObject({ by: head.accountId, action: 'printMemberCards' });
    expect((await cardOf(waits)).token).toBe(token);
  });
});
