import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, today } from '@/domain/days/day';
import { listModelsOfPerson } from '@/domain/digital-models/people/person-queries';
import { enrolMembers } from '@/domain/enrolments/enrol-commands';
import { listComingOfPerson } from '@/domain/enrolments/participants/person-queries';
import { listPairsOfPerson } from '@/domain/pairs/queries';
import { db } from '@/prisma/client';
import { createModel, joinModel } from '@/test/factories/digital-models';
import { createPair } from '@/test/factories/pairs';
import { createHousehold } from '@/test/factories/people';
import { decided, makeApproved, makeProposal, makeTrainingStage } from '@/test/stages/trainings';
import { makeMember, makeStaff, nothing } from '@/test/union';

/** The parts of a member's record beside her own: pairs, models, sessions, each as far as the viewer may see it. */
let stage: Awaited<ReturnType<typeof makeTrainingStage>>;
let staff: Awaited<ReturnType<typeof makeStaff>>;
beforeAll(async () => {
  stage = await makeTrainingStage();
  staff = await makeStaff(stage.union);
});

const ago = (days: number) => addDays(today(), -days);

describe('her pairs', () => {
  const seen = async (viewer: Viewer, personId: string) =>
    (await listPairsOfPerson(viewer, personId)).map(({ instructor, learner, state, from }) => [
      instructor.id === personId ? learner.name : instructor.name,
      instructor.id === personId ? 'guides' : 'is guided',
      state,
      from,
    ]);

  test('stand in both directions with their state and since when, the running ones first, where they count', async () => {
    const { khuPho5 } = stage.union;
    const [her, lan, hoa, sau] = await Promise.all(
      ['Trần Thị Nụ', 'Lê Thị Lan', 'Võ Thị Hoa', 'Phan Thị Sáu'].map(async (name) => ({
        id: await makeMember(khuPho5, name),
      })),
    );
    if (!her || !lan || !hoa || !sau) throw new Error('four members');
    await createPair(db, khuPho5, her, sau, { from: '2026-01-05', to: '2026-02-01' });
    await createPair(db, khuPho5, her, hoa, { from: '2026-02-10' });
    await createPair(db, khuPho5, lan, her, { from: '2026-03-01' });
    const all = [
      ['Lê Thị Lan', 'is guided', 'live', '2026-03-01'],
      ['Võ Thị Hoa', 'guides', 'live', '2026-02-10'],
      ['Phan Thị Sáu', 'guides', 'ended', '2026-01-05'],
    ];
    for (const viewer of [staff.official, staff.reader, staff.head]) expect(await seen(viewer, her.id)).toEqual(all);
    for (const viewer of [staff.neighbour, staff.otherHead, staff.trainer])
      expect(await seen(viewer, her.id)).toEqual([]);
    for (const id of [nothing, 'x']) expect(await seen(staff.official, id)).toEqual([]);
  });

  test('one that counts for another commune is not shown to who sees only hers', async () => {
    const { khuPho5, ongHuong } = stage.union;
    const [her, other] = [{ id: await makeMember(khuPho5) }, { id: await makeMember(ongHuong, 'Mai Thị Xa') }];
    await createPair(db, ongHuong, other, her, { from: '2026-01-05' });
    expect(await seen(staff.official, her.id)).toEqual([]);
    expect(await seen(staff.neighbour, her.id)).toEqual([['Mai Thị Xa', 'is guided', 'live', '2026-01-05']]);
  });
});

describe('her models', () => {
  const seen = async (viewer: Viewer, personId: string) =>
    (await listModelsOfPerson(viewer, personId)).map(({ name, parts }) => [name, ...parts]);

  test('are those of a board, of a member and of her household, each since its day; what she left comes last', async () => {
    const { khuPho5, to1, ongHuong } = stage.union;
    const her = { id: await makeMember(to1) };
    const club = await createModel(db, khuPho5, { kind: 'digital_womens_club', name: 'Câu lạc bộ' });
    const family = await createModel(db, to1, { name: 'Gia đình số Tổ 1' });
    const there = await createModel(db, ongHuong, { name: 'Gia đình số bên kia' });
    const before = await createModel(db, khuPho5, { name: 'Gia đình số cũ' });
    await joinModel(db, club, her, { from: '2026-02-01' });
    await joinModel(db, club, her, { office: 'head', from: '2026-01-01' });
    await joinModel(db, there, her, { from: '2026-05-01' });
    const household = await createHousehold(db, to1, her, '2026-03-03');
    const joined = { householdId: household.id };
    await db.modelHousehold.createMany({
      data: [
        { ...joined, modelId: before.id, validFrom: new Date('2026-01-01'), validTo: new Date('2026-04-01') },
        { ...joined, modelId: family.id, validFrom: new Date('2026-04-01') },
      ],
    });
    const open = { office: null, to: null };
    const all = [
      ['Gia đình số Tổ 1', { ...open, as: 'household', from: '2026-04-01' }],
      [
        'Câu lạc bộ',
        { ...open, as: 'board', office: 'head', from: '2026-01-01' },
        { ...open, as: 'member', from: '2026-02-01' },
      ],
      ['Gia đình số cũ', { as: 'household', office: null, from: '2026-03-03', to: '2026-04-01' }],
    ];
    for (const viewer of [staff.official, staff.reader, staff.head]) expect(await seen(viewer, her.id)).toEqual(all);
    expect(await seen(staff.neighbour, her.id)).toEqual([
      ['Gia đình số bên kia', { ...open, as: 'member', from: '2026-05-01' }],
    ]);
    for (const viewer of [staff.otherHead, staff.trainer]) expect(await seen(viewer, her.id)).toEqual([]);
    for (const id of [nothing, 'x']) expect(await seen(staff.official, id)).toEqual([]);
  });

  test('a household that she had left when the family took it up is none of hers', async () => {
    const her = { id: await makeMember(stage.union.to1) };
    const family = await createModel(db, stage.union.to1);
    const household = await createHousehold(db, stage.union.to1, her, '2026-01-01');
    await db.householdMember.updateMany({
      where: { householdId: household.id, personId: her.id },
      data: { validTo: new Date(ago(20)) },
    });
    await db.modelHousehold.create({
      data: { householdId: household.id, modelId: family.id, validFrom: new Date(ago(20)) },
      select: { id: true },
    });
    expect(await seen(staff.official, her.id)).toEqual([]);
  });
});

describe('her coming sessions', () => {
  const seen = async (viewer: Viewer, personId: string) =>
    (await listComingOfPerson(viewer, personId)).map(({ id, open, teaches, seat }) => ({ id, open, teaches, seat }));
  const seatsOf = (session: { id: string }, seats: number) =>
    db.session.update({ where: { id: session.id }, data: { seats }, select: { id: true } });

  test('say her seat and her place in the line; what is over, cancelled or given back is not among them', async () => {
    const { khuPho5 } = stage.union;
    const here = { unit: khuPho5, courseId: stage.courseId };
    const [her, first] = [await makeMember(khuPho5), await makeMember(khuPho5)];
    const [full, seated, cancelled, held] = [
      await makeApproved(here, 9),
      await makeApproved(here, 3),
      await makeApproved(here, 5),
      await makeApproved(here, 6),
    ];
    await seatsOf(full, 1);
    for (const { id } of [full, seated, cancelled, held])
      expect((await enrolMembers(staff.official, { sessionId: id, personIds: [first, her] })).ok).toBe(true);
    await decided(cancelled.id, 'cancelled');
    await db.session.update({
      where: { id: held.id },
      data: { startsAt: new Date(Date.now() - 7_200_000), endsAt: new Date(Date.now() - 3_600_000) },
      select: { id: true },
    });
    const none = { offerUntil: null, offerToldAt: null, thereUnseated: false };
    const all = [
      { id: seated.id, open: true, teaches: false, seat: { ...none, state: 'confirmed', seatNo: 2, place: null } },
      { id: full.id, open: true, teaches: false, seat: { ...none, state: 'waiting', seatNo: null, place: 1 } },
    ];
    for (const viewer of [staff.official, staff.reader, staff.head]) expect(await seen(viewer, her)).toEqual(all);
    for (const viewer of [staff.neighbour, staff.otherHead, staff.trainer]) expect(await seen(viewer, her)).toEqual([]);
    for (const id of [nothing, 'x']) expect(await seen(staff.official, id)).toEqual([]);
    await db.enrolment.updateMany({
      where: { personId: her, sessionId: seated.id },
      data: { state: 'cancelled', seatNo: null },
    });
    expect((await seen(staff.official, her)).map(({ id }) => id)).toEqual([full.id]);
  });

  test('of a session elsewhere her seat is known to who answers for her unit, who cannot open its page', async () => {
    const session = await makeApproved({ unit: stage.union.longHung, courseId: stage.courseId }, 11);
    const her = await makeMember(stage.union.khuPho5);
    await enrolMembers(staff.head, { sessionId: session.id, personIds: [her] });
    expect(await seen(staff.head, her)).toMatchObject([{ id: session.id, open: false, seat: { state: 'confirmed' } }]);
    expect(await seen(staff.official, her)).toMatchObject([{ id: session.id, open: true }]);
    expect(await seen(staff.otherHead, her)).toEqual([]);
  });

  test('she teaches: seen by who sees the session, a proposal by who sees proposals', async () => {
    const { union, courseId, trainer } = stage;
    const wish = { unit: union.khuPho5, courseId, trainerIds: [trainer.personId] };
    const [stands, waits] = [await makeApproved(wish, 12), await makeProposal(wish, 13)];
    const taught = { open: true, teaches: true, seat: null };
    expect(await seen(staff.official, trainer.personId)).toEqual([
      { id: stands.id, ...taught },
      { id: waits.id, ...taught },
    ]);
    expect(await seen(staff.trainer, trainer.personId)).toEqual([{ id: stands.id, ...taught }]);
    expect(await seen(staff.neighbour, trainer.personId)).toEqual([]);
  });
});
