import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { findPicture } from '@/domain/consents/faces/stored-picture-queries';
import { addDays, toDate, today } from '@/domain/days/day';
import type { KeepPicture } from '@/domain/pictures/picture';
import { db } from '@/prisma/client';
import { createModel, joinModel } from '@/test/factories/digital-models';
import { makeCriterion, noPicture } from '@/test/stages/digital-models';
import { makeMember, makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import type { ModelKind } from '../digital-model';
import type { Edition } from './criteria';
import { arrangeCriteria, dropCriteria, moveCriteria, planCriteria, saveCriterion } from './criteria-commands';
import { listCriteriaOf, listEditions, listJudgements } from './criteria-queries';
import { meetCriterion, unmeetCriterion } from './judge-commands';

let union: TestUnion;
let official: Viewer;
let province: Viewer;
let head: Viewer;
let outsider: Viewer;
const kind = 'digital_family' as const;

beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  province = await makeViewer('province_official', union.province);
  head = await makeViewer('sub_association_head', union.khuPho5);
  outsider = await makeViewer('commune_official', union.trangDai);
});

const family = async () => (await createModel(db, union.khuPho5, { kind, from: '2026-01-10' })).id;
const keep: KeepPicture = async () => ({
  ok: true,
  value: { sha256: 'ab'.repeat(32), mime: 'image/webp', bytes: 10, width: 4, height: 3 },
});
const picture = () => ({ pictureFile: new File(['x'], 'anh.jpg'), pictureAlt: 'Ban chủ nhiệm ra mắt' });

describe('judging', () => {
  test('a criterion is met with evidence and a picture, by whom and since when; the head of a sub-association may not judge', async () => {
    const [modelId, criterionId] = [await family(), await makeCriterion(kind)];
    const input = { modelId, criterionId, day: addDays(today(), -5), evidence: 'Biên bản số 3', ...picture() };
    expect(await meetCriterion(head, input, keep)).toEqual({ ok: false, problem: 'not-allowed' });
    expect(await meetCriterion(outsider, input, keep)).toEqual({ ok: false, problem: 'not-found' });
    expect(await db.mediaAsset.count()).toBe(0);
    expect((await meetCriterion(official, input, keep)).ok).toBe(true);
    const state = (await listCriteriaOf(head, modelId, kind)).find(({ id }) => id === criterionId);
    expect(state?.met).toMatchObject({ evidence: 'Biên bản số 3', judgedBy: official.displayName });
    const pictureId = state?.met?.picture?.id ?? '';
    expect(state?.met?.picture?.alt).toBe('Ban chủ nhiệm ra mắt');
    expect(await findPicture(head, pictureId)).toEqual({ sha256: 'ab'.repeat(32), mime: 'image/webp' });
    for (const id of [pictureId, nothing, 'x']) expect(await findPicture(outsider, id)).toBeNull();
    await db.mediaAsset.update({ where: { id: pictureId }, data: { withdrawnAt: new Date() } });
    expect(await findPicture(head, pictureId)).toBeNull();
  });

  test('a counted criterion is met against the records only with what shows it, and the trail holds both numbers', async () => {
    const modelId = await family();
    const criterionId = await makeCriterion(kind, 'Từ 15 thành viên');
    await db.$executeRaw`UPDATE criterion SET counted_by = 'members', counted_least = 15 WHERE id = ${criterionId}::uuid`;
    await joinModel(db, { id: modelId }, { id: await makeMember(union.khuPho5) });
    const input = { modelId, criterionId, day: today() };
    const fewer = { problem: 'fewer-on-record', detail: { count: '1', least: '15' } };
    expect(await meetCriterion(official, input, noPicture)).toMatchObject(fewer);
    expect(await meetCriterion(official, { ...input, evidence: 'Danh sách giấy 16 chị' }, noPicture)).toMatchObject({
      ok: true,
    });
    const where = { subjectId: modelId, action: 'meetCriterion' };
    expect(await db.auditEntry.findFirst({ where, select: { change: true } })).toMatchObject({
      change: { against: { count: '1', least: '15' } },
    });
    await db.$executeRaw`UPDATE criterion SET counted_least = 1 WHERE id = ${criterionId}::uuid`;
    expect(await meetCriterion(official, input, noPicture)).toMatchObject({ ok: true });
  });

  test('new evidence follows the old, a lost criterion says why, and every judgement stays in the history', async () => {
    const [modelId, criterionId] = [await family(), await makeCriterion(kind)];
    const meet = (day: ReturnType<typeof today>, evidence: string) =>
      meetCriterion(official, { modelId, criterionId, day, evidence }, noPicture);
    const lose = (lastDay: ReturnType<typeof today>) =>
      unmeetCriterion(official, { modelId, criterionId, lastDay, reason: 'Ban chủ nhiệm còn một người' });
    expect(await lose(today())).toMatchObject({ problem: 'not-met-yet' });
    await meet(addDays(today(), -20), 'lần một');
    expect(await meet(addDays(today(), -21), 'trước nữa')).toMatchObject({ problem: 'before-last-judgement' });
    await meet(addDays(today(), -10), 'lần hai');
    expect((await lose(addDays(today(), -3))).ok).toBe(true);
    expect(await meet(addDays(today(), -3), 'chen vào')).toMatchObject({ problem: 'before-last-judgement' });
    expect((await listCriteriaOf(official, modelId, kind)).find(({ id }) => id === criterionId)?.met).toBeNull();
    expect(await listJudgements(head, modelId)).toMatchObject([
      { evidence: 'lần hai', endReason: 'Ban chủ nhiệm còn một người', to: addDays(today(), -2) },
      { evidence: 'lần một', endReason: null, to: addDays(today(), -10) },
    ]);
    expect(await listJudgements(outsider, modelId)).toEqual([]);
  });

  test('a picture needs words, a day ahead is none, and a criterion of another kind is not found', async () => {
    const [modelId, criterionId] = [await family(), await makeCriterion(kind)];
    const input = { modelId, criterionId, day: today() };
    expect(await meetCriterion(official, { ...input, pictureFile: picture().pictureFile }, keep)).toMatchObject({
      problem: 'picture-needs-words',
    });
    expect(await meetCriterion(official, { ...input, ...picture() }, noPicture)).toMatchObject({
      problem: 'not-a-picture',
    });
    expect(await meetCriterion(official, { ...input, day: addDays(today(), 1) }, keep)).toMatchObject({
      problem: 'day-in-future',
    });
    const other = await makeCriterion('digital_womens_club');
    expect(await meetCriterion(official, { ...input, criterionId: other }, keep)).toMatchObject({
      problem: 'not-found',
    });
  });

  test('beside a criterion that can be counted stands what the records say', async () => {
    const [modelId, criterionId] = [await family(), await makeCriterion(kind)];
    await db.criterion.update({ where: { id: criterionId }, data: { countedBy: 'board', countedLeast: 3 } });
    await joinModel(db, { id: modelId }, { id: await makeMember(union.khuPho5) }, { office: 'head' });
    const state = (await listCriteriaOf(official, modelId, kind)).find(({ id }) => id === criterionId);
    expect(state?.counted).toEqual({ by: 'board', least: 3, count: 1 });
  });
});

describe('checklists', () => {
  const soon = addDays(today(), 10);
  const plan = (of: ModelKind) => planCriteria(province, { kind: of, from: soon });
  const planned = async (of: ModelKind): Promise<Edition> => {
    const { planned: edition } = await listEditions(province, of);
    return edition ?? expect.unreachable();
  };

  test('a new edition begins ahead as a copy; what was judged by the old one stands untouched until and after its day', async () => {
    const [modelId, criterionId] = [await family(), await makeCriterion(kind)];
    await meetCriterion(official, { modelId, criterionId, day: today() }, noPicture);
    expect(await planCriteria(province, { kind, from: today() })).toMatchObject({ problem: 'edition-not-ahead' });
    expect((await plan(kind)).ok).toBe(true);
    const { inForce } = await listEditions(official, kind);
    expect((await planned(kind)).criteria.map(({ label }) => label)).toEqual(
      inForce?.criteria.map(({ label }) => label),
    );
    expect(inForce?.to).toBe(soon);
    const edition = await planned(kind);
    const words = { labelVi: 'Có quỹ dự phòng', labelEn: 'A reserve fund', required: true };
    expect((await saveCriterion(province, { listId: edition.id, version: edition.version, ...words })).ok).toBe(true);
    expect((await listCriteriaOf(official, modelId, kind)).find(({ id }) => id === criterionId)?.met).not.toBeNull();
    // the day comes
    await db.$executeRaw`UPDATE criteria_list SET valid_to = ${toDate(today())}::date WHERE id = ${inForce?.id}::uuid`;
    await db.$executeRaw`UPDATE criteria_list SET valid_from = ${toDate(today())}::date WHERE id = ${edition.id}::uuid`;
    const now = await listCriteriaOf(official, modelId, kind);
    expect(now.map(({ label }) => label.vi)).toContain('Có quỹ dự phòng');
    expect(now.every(({ met }) => met === null)).toBe(true);
    expect(await listJudgements(official, modelId)).toMatchObject([{ edition: 1, to: null }]);
    const late = await saveCriterion(province, { listId: edition.id, version: edition.version + 3, ...words });
    expect(late).toMatchObject({ problem: 'edition-in-force' });
  });

  test('only one is planned at a time, also when two plan at once', async () => {
    await makeCriterion('one_plus_one_instructor');
    const results = await Promise.all([plan('one_plus_one_instructor'), plan('one_plus_one_instructor')]);
    expect(results.map((result) => (result.ok ? 'planned' : result.problem)).sort()).toEqual([
      'edition-planned',
      'planned',
    ]);
  });

  test('a planned edition is reworded, ordered, moved and dropped, and the one before goes on', async () => {
    const of = 'digital_sub_association' as const;
    for (const name of ['Một', 'Hai', 'Ba']) await makeCriterion(of, `Tiêu chí ${name}`);
    await plan(of);
    const labels = async () => (await planned(of)).criteria.map(({ label }) => label.vi.replace('Tiêu chí ', ''));
    const step = async (at: number, to: 'up' | 'down' | 'remove') => {
      const { id, version, criteria } = await planned(of);
      return arrangeCriteria(province, { listId: id, version, criterionId: criteria[at]?.id ?? '', step: to });
    };
    await step(2, 'up');
    await step(0, 'up');
    expect(await labels()).toEqual(['Một', 'Ba', 'Hai']);
    await step(1, 'remove');
    expect(await labels()).toEqual(['Một', 'Hai']);
    const { id: listId, version, criteria } = await planned(of);
    const words = {
      labelVi: 'Tiêu chí Mới',
      labelEn: 'New',
      required: false,
      countedBy: 'board',
      countedLeast: 2,
    } as const;
    await saveCriterion(province, { listId, version, criterionId: criteria[0]?.id, ...words });
    expect((await planned(of)).criteria[0]).toMatchObject({ required: false, counted: { by: 'board', least: 2 } });
    expect(await saveCriterion(province, { listId, version, ...words })).toMatchObject({
      problem: 'changed-meanwhile',
    });
    for (const day of [addDays(soon, 5), addDays(soon, -5)]) {
      const { version: now } = await planned(of);
      expect((await moveCriteria(province, { listId, version: now, from: day })).ok).toBe(true);
      const { inForce, planned: next } = await listEditions(province, of);
      expect([inForce?.to, next?.from]).toEqual([day, day]);
    }
    expect((await dropCriteria(province, { listId, version: (await planned(of)).version })).ok).toBe(true);
    const left = await listEditions(province, of);
    expect([left.planned, left.inForce?.to]).toEqual([null, null]);
    expect((await plan(of)).ok).toBe(true);
  });

  test('the commune may not set them, and nobody changes the one in force', async () => {
    await makeCriterion('digital_womens_club');
    expect(await planCriteria(official, { kind: 'digital_womens_club', from: soon })).toMatchObject({
      problem: 'not-allowed',
    });
    const { inForce } = await listEditions(province, 'digital_womens_club');
    const list = { listId: inForce?.id ?? '', version: inForce?.version ?? 0 };
    expect(await dropCriteria(province, list)).toMatchObject({ problem: 'edition-in-force' });
    expect(await dropCriteria(await makeViewer('trainer', union.longHung), list)).toMatchObject({
      problem: 'not-found',
    });
  });
});
