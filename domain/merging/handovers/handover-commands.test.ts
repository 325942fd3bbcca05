import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, today } from '@/domain/days/day';
import { LEARNERS_MAX } from '@/domain/pairs/pair';
import { db } from '@/prisma/client';
import { createAccountWithRole } from '@/test/factories/accounts';
import { createModel, joinModel } from '@/test/factories/digital-models';
import { createPair } from '@/test/factories/pairs';
import { createMember, createOffice } from '@/test/factories/people';
import { createSubAssociation } from '@/test/factories/units';
import { inDays, makeApproved, makeCourse, makeTrainer } from '@/test/stages/trainings';
import { makeMember, makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import type { HandoverInput } from './handover';
import { handOver } from './handover-commands';
import { findHandover } from './handover-queries';

let union: TestUnion;
let official: Viewer;
let outsider: Viewer;
let province: Viewer;
let reader: Viewer;
let head: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  outsider = await makeViewer('commune_official', union.trangDai);
  province = await makeViewer('province_official', union.province);
  reader = await makeViewer('viewer', union.longHung);
  head = await makeViewer('sub_association_head', union.khuPho5);
});

const title = 'sub_association_deputy';
/** A deputy with a pair tied to a family, a seat on its board, a role and somebody who can follow her. */
async function official5() {
  const her = await createMember(db, union.khuPho5, { name: 'Trần Thị Nghỉ' });
  const family = await createModel(db, union.khuPho5);
  await createOffice(db, union.khuPho5, her, title);
  await createPair(db, union.khuPho5, her, { id: await makeMember(union.khuPho5) }, { tiedTo: family });
  await joinModel(db, family, her, { office: 'deputy' });
  return { her: her.id, family, next: await makeMember(union.khuPho5, 'Lê Thị Kế') };
}
async function form(personId: string, more: Partial<HandoverInput> = {}, viewer = official): Promise<HandoverInput> {
  const found = await findHandover(viewer, personId);
  const choices = (found?.items ?? []).map(({ key }) => ({ key, to: '' }));
  return { personId, day: today(), reason: 'Nghỉ hưu', choices, ...more };
}
const itemsLeft = async (personId: string, viewer = official) => (await findHandover(viewer, personId))?.items ?? [];
/** Tables in which something dated still points to her after a day, whatever the product knows of them. */
async function openTablesOf(personId: string): Promise<string[]> {
  const dated = await db.$queryRaw<{ tab: string; col: string }[]>`
    SELECT r.relname::text AS tab, a.attname::text AS col FROM pg_constraint c JOIN pg_class r ON r.oid = c.conrelid
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
    WHERE c.contype = 'f' AND c.confrelid = 'person'::regclass
      AND EXISTS (SELECT FROM pg_attribute d WHERE d.attrelid = c.conrelid AND d.attname = 'valid_to')`;
  const open: string[] = [];
  for (const { tab, col } of dated) {
    const rows = await db.$queryRawUnsafe<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM ${tab} WHERE ${col} = $1::uuid AND (valid_to IS NULL OR valid_to > app.today())`,
      personId,
    );
    if (rows[0]?.n) open.push(tab);
  }
  return open;
}
const covered = async (unitId: string, day: string) => {
  const [row] = await db.$queryRaw<{ covered: boolean }[]>`
    SELECT covered FROM app.coverage_units(${day}::date) WHERE unit_id = ${unitId}::uuid`;
  return row?.covered;
};

describe('handing over', () => {
  test('everything to one person: nothing active hangs on her any more, and coverage has no gap', async () => {
    const { her, next } = await official5();
    expect((await itemsLeft(her)).map(({ kind }) => kind).sort()).toEqual(['office', 'pair', 'seat']);
    const days = [-1, 0, 1].map(inDays);
    const before = await Promise.all(days.map((day) => covered(union.khuPho5.id, day)));
    expect(before).toEqual([true, true, true]);
    expect(await handOver(official, await form(her, { allTo: next }))).toMatchObject({
      ok: true,
      value: { passed: 3 },
    });
    expect(await itemsLeft(her)).toEqual([]);
    expect(await openTablesOf(her)).toEqual(['membership']);
    expect((await itemsLeft(next)).map(({ kind }) => kind).sort()).toEqual(['office', 'pair', 'seat']);
    expect(await Promise.all(days.map((day) => covered(union.khuPho5.id, day)))).toEqual(before);
    expect(await db.office.findFirst({ where: { personId: her } })).toMatchObject({ endReason: 'Nghỉ hưu' });
    expect(await db.auditEntry.count({ where: { subjectId: her, action: 'handOver' } })).toBe(1);
  });

  test('each thing to another one, or it ends; on a day to come too', async () => {
    const { her, next, family } = await official5();
    const day = addDays(today(), 7);
    const items = await itemsLeft(her);
    const choices = items.map(({ key, kind }) => ({ key, to: kind === 'seat' ? 'end' : next }));
    expect(await handOver(official, await form(her, { day, choices }))).toMatchObject({ ok: true });
    expect(await db.boardSeat.findFirst({ where: { modelId: family.id, personId: her } })).toMatchObject({
      validTo: new Date(`${day}T00:00:00Z`),
    });
    expect(await db.boardSeat.count({ where: { modelId: family.id, personId: next } })).toBe(0);
    expect(await db.office.findFirst({ where: { personId: next, title } })).toMatchObject({
      validFrom: new Date(`${day}T00:00:00Z`),
    });
  });

  test('what is undecided, and what appeared since the form was drawn, is not passed over', async () => {
    const { her, next } = await official5();
    expect(await handOver(official, await form(her))).toMatchObject({ problem: 'undecided' });
    const drawn = await form(her, { allTo: next });
    await createOffice(db, union.to1, { id: her }, 'group_deputy');
    expect(await handOver(official, drawn)).toMatchObject({ problem: 'more-appeared' });
    expect(await itemsLeft(her)).toHaveLength(4);
  });

  test('only by whoever keeps her record, to members within reach: a neighbour is answered as nobody', async () => {
    const { her, next } = await official5();
    const wish = await form(her, { allTo: next });
    expect(await findHandover(outsider, her)).toBeNull();
    expect(await handOver(outsider, wish)).toEqual({ ok: false, problem: 'not-found' });
    for (const viewer of [reader, head]) {
      expect(await findHandover(viewer, her)).toBeNull();
      expect(await handOver(viewer, wish)).toEqual({ ok: false, problem: 'not-allowed' });
    }
    for (const allTo of [await makeMember(union.ongHuong), nothing])
      expect(await handOver(official, { ...wish, allTo })).toEqual({ ok: false, problem: 'not-found' });
    expect(await handOver(official, { ...wish, allTo: her })).toMatchObject({ problem: 'successor-herself' });
    expect(await itemsLeft(her)).toHaveLength(3);
  });

  test('the rules of each thing hold: ten learners, one chair, no pair with herself; all of it or nothing', async () => {
    const { her, next } = await official5();
    for (let at = 0; at < LEARNERS_MAX; at++)
      await createPair(db, union.khuPho5, { id: next }, { id: await makeMember(union.khuPho5) });
    expect(await handOver(official, await form(her, { allTo: next }))).toMatchObject({ problem: 'instructor-full' });
    const { learnerId } = await db.pair.findFirstOrThrow({ where: { instructorId: her } });
    expect(await handOver(official, await form(her, { allTo: learnerId }))).toMatchObject({
      problem: 'same-person',
      detail: { learner: expect.stringMatching(/./) },
    });
    const other = await makeMember(union.khuPho5);
    await createOffice(db, union.khuPho5, { id: other }, title);
    expect(await handOver(official, await form(her, { allTo: other }))).toMatchObject({ problem: 'holds-already' });
    expect(await itemsLeft(her)).toHaveLength(3);
    expect(await db.pair.count({ where: { instructorId: other } })).toBe(0);
  });

  test('a session goes to a trainer who is free; the one that clashes is named', async () => {
    const her = await makeTrainer(union.longHung, 'Phạm Thị Dạy');
    const [free, busy] = [
      await makeTrainer(union.longHung, 'Người Rảnh'),
      await makeTrainer(union.longHung, 'Người Bận'),
    ];
    const where = { unit: union.khuPho5, courseId: await makeCourse('Ví điện tử') };
    await makeApproved({ ...where, trainerIds: [her.personId] }, 9);
    await makeApproved({ ...where, trainerIds: [busy.personId] }, 9, '15:00', '17:00');
    const [session, grant] = [(await itemsLeft(her.personId)).find(({ kind }) => kind === 'session'), 'grant'];
    const to = async (id: string) => form(her.personId, { choices: [{ key: session?.key ?? '', to: id }] });
    expect(await handOver(official, await to(busy.personId))).toEqual({
      ok: false,
      problem: 'trainer-taken',
      detail: { session: 'Ví điện tử', day: inDays(9) },
    });
    expect(await handOver(official, await to(await makeMember(union.khuPho5)))).toMatchObject({
      problem: 'not-a-trainer',
    });
    expect(await handOver(official, await to(nothing))).toMatchObject({ problem: 'not-a-trainer' });
    expect((await handOver(official, await to(free.personId))).ok).toBe(true);
    expect((await itemsLeft(her.personId)).map(({ kind }) => kind)).toEqual([grant]);
    const accountIds = [her.accountId, free.accountId];
    const mails = await db.outboxMessage.findMany({
      where: { accountId: { in: accountIds } },
      orderBy: { about: 'asc' },
      select: { about: true, accountId: true },
      take: 9,
    });
    expect(mails).toEqual([
      { about: 'trainer-put-on', accountId: free.accountId },
      { about: 'trainer-taken-off', accountId: her.accountId },
    ]);
  });

  test('a role is left for the province, which ends it or passes it on to another account', async () => {
    const her = await createMember(db, union.khuPho5);
    const next = await makeMember(union.khuPho5);
    await createAccountWithRole(db, 'commune_official', [union.longHung], { person: her });
    expect(await itemsLeft(her.id)).toMatchObject([{ kind: 'grant', ways: [] }]);
    expect(await handOver(official, await form(her.id, { allTo: next }))).toMatchObject({
      problem: 'nothing-to-hand-over',
    });
    expect(await handOver(province, await form(her.id, { allTo: next }, province))).toMatchObject({
      problem: 'no-account',
    });
    await createAccountWithRole(db, 'sub_association_head', [union.khuPho6], { person: { id: next } });
    expect((await handOver(province, await form(her.id, { allTo: next }, province))).ok).toBe(true);
    expect(await itemsLeft(her.id, province)).toEqual([]);
    const grants = await db.roleGrant.findMany({
      where: { account: { personId: next } },
      select: { role: true },
      take: 9,
    });
    expect(grants.map(({ role }) => role).sort()).toEqual(['commune_official', 'sub_association_head']);
  });

  test('which units lose their coverage is told first; it is done for just these, and nothing before', async () => {
    const unit = await createSubAssociation(db, union.longHung, { name: 'Khu phố 7' });
    const { id: her } = await createMember(db, unit, { name: 'Trần Thị Nghỉ' });
    const next = await makeMember(unit, 'Lê Thị Kế');
    await createOffice(db, unit, { id: her }, title);
    const tied = { tiedTo: await createModel(db, unit) };
    await createPair(db, unit, { id: her }, { id: await makeMember(unit) }, tied);
    const choices = (await itemsLeft(her)).map(({ key, kind }) => ({ key, to: kind === 'pair' ? 'end' : next }));
    const wish = await form(her, { choices });
    const told = await handOver(official, wish);
    const { id } = unit;
    expect(told).toMatchObject({ problem: 'loses-coverage', detail: { units: 'Khu phố 7', count: '1', ids: id } });
    expect(await itemsLeft(her)).toHaveLength(2);
    expect(await covered(id, today())).toBe(true);
    expect(await handOver(official, { ...wish, despite: nothing })).toMatchObject({ problem: 'loses-coverage' });
    expect(await handOver(official, { ...wish, despite: id })).toMatchObject({ ok: true });
    expect(await covered(id, today())).toBe(false);
  });

  test('the role of a head ends with her work, and who was deputy is deputy no more', async () => {
    const her = await createMember(db, union.khuPho6, { name: 'Phạm Thị Trưởng' });
    const deputy = await createMember(db, union.khuPho6, { name: 'Lê Thị Phó' });
    await createOffice(db, union.khuPho6, her, 'sub_association_head');
    await createOffice(db, union.khuPho6, deputy, title);
    await createAccountWithRole(db, 'sub_association_head', [union.khuPho6], { person: her });
    const items = await itemsLeft(her.id);
    expect(items.find(({ kind }) => kind === 'grant')?.ways).toEqual(['end']);
    expect(await handOver(official, await form(her.id, { allTo: deputy.id }))).toMatchObject({ ok: true });
    const open = { validTo: null };
    expect(await db.roleGrant.count({ where: { account: { personId: her.id }, ...open } })).toBe(0);
    const titles = await db.office.findMany({
      where: { personId: deputy.id, ...open },
      select: { title: true },
      take: 9,
    });
    expect(titles).toEqual([{ title: 'sub_association_head' }]);
  });

  test('two who hand over the same at once: it is done once', async () => {
    const { her, next } = await official5();
    const wish = await form(her, { allTo: next });
    const results = await Promise.all([handOver(official, wish), handOver(province, wish)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db.pair.count({ where: { instructorId: next } })).toBe(1);
  });
});
