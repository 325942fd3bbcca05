import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, toDate, today } from '@/domain/days/day';
import { pairUp } from '@/domain/pairs/commands';
import { listMembers } from '@/domain/people/queries';
import { db } from '@/prisma/client';
import { createMember } from '@/test/factories/people';
import { ownerReads } from '@/test/owner';
import { confirmed, fresh, previewed, run, sheet, uploaded } from '@/test/stages/imports';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { confirmImport, discardImport, undoImport } from './commands';
import { STEP_ROWS } from './import';
import { countImportRows, findImport, listImportRows } from './queries';
import { stepImport } from './step-commands';

let union: TestUnion;
let official: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
});

const undone = async (batchId: string) => {
  expect(await undoImport(official, { batchId })).toMatchObject({ ok: true });
  await run(official, batchId);
};
const names = async () => (await listMembers(official, { unitId: union.longHung.id })).members.map(({ name }) => name);

describe('taking an import back', () => {
  test('what it made is gone, what it changed is as it was, to the letter', async () => {
    const [created, changed] = [fresh(), fresh()];
    const { id: personId } = await createMember(db, union.to1, { name: changed, phone: '+84912111222' });
    const facts = async () => ({
      ...(await db.person.findUnique({
        where: { id: personId },
        select: {
          fullName: true,
          birthYear: true,
          address: true,
          memberships: { select: { id: true, kind: true, validFrom: true, validTo: true } },
        },
      })),
      phone: (await ownerReads<{ phone: string }>('SELECT phone FROM app.number WHERE row_id = $1', [personId]))[0]
        ?.phone,
    });
    const before = await facts();
    const { id } = await previewed(
      official,
      union.longHung,
      `${created};1980;;Khu phố 5;;;;`,
      `${changed};1980;0912111333;Khu phố 5;Tổ 1;Nhà mới;1/2/2020;nòng cốt`,
    );
    await confirmed(official, id);
    expect(await names()).toEqual(expect.arrayContaining([created, changed]));
    expect(await facts()).toMatchObject({ phone: '+84912111333', memberships: [{ kind: 'core' }] });
    await undone(id);
    expect(await facts()).toEqual(before);
    expect(await names()).not.toContain(created);
    expect(await db.person.count({ where: { fullName: created } })).toBe(0);
    expect(await findImport(official, id)).toMatchObject({ state: 'undone', phase: 'finished' });
  });

  test('what was edited since, and who is spoken of since, stays and is listed', async () => {
    const [edited, paired, gone] = [fresh(), fresh(), fresh()];
    const rows = [edited, paired, gone].map((name) => `${name};1980;;;;;;`);
    const { id } = await previewed(official, union.khuPho5, ...rows);
    await confirmed(official, id);
    const idOf = async (name: string) =>
      (await db.person.findFirst({ where: { fullName: name }, select: { id: true } }))?.id ?? '';
    await db.person.update({ where: { id: await idOf(edited) }, data: { address: 'Nhà mới' }, select: { id: true } });
    const pair = {
      unitId: union.khuPho5.id,
      instructorId: await makeMember(union.khuPho5, fresh()),
      learnerId: await idOf(paired),
      from: today(),
    };
    expect(await pairUp(official, pair)).toMatchObject({ ok: true });
    await undone(id);
    const kept = (await listImportRows(official, id, { leftAlone: true })).rows;
    expect(kept.map(({ plan, reasons }) => [plan?.name, reasons])).toEqual([
      [edited, ['edited-since']],
      [paired, ['edited-since']],
    ]);
    expect(await names()).toEqual(expect.arrayContaining([edited, paired]));
    expect(await names()).not.toContain(gone);
  });

  test('twice, or by two at once, is once', async () => {
    const name = fresh();
    const { id } = await previewed(official, union.khuPho5, `${name};1980;;;;;;`);
    await confirmed(official, id);
    const both = await Promise.all([1, 2].map(() => undoImport(official, { batchId: id })));
    expect(both.every(({ ok }) => ok)).toBe(true);
    await Promise.all([1, 2, 3].map(() => stepImport(official, { batchId: id })));
    await undone(id);
    expect(await db.auditEntry.count({ where: { subjectId: id, action: 'undoImport' } })).toBe(1);
    expect(await names()).not.toContain(name);
  });

  test('ends with the day: after twenty-four hours it is refused', async () => {
    const { id } = await previewed(official, union.khuPho5, `${fresh()};1980;;;;;;`);
    expect(await undoImport(official, { batchId: id })).toEqual({ ok: false, problem: 'not-imported' });
    await confirmed(official, id);
    const appliedAt = new Date(Date.now() - 24 * 60 * 60 * 1000 - 1000);
    await db.importBatch.update({ where: { id }, data: { appliedAt }, select: { id: true } });
    expect(await undoImport(official, { batchId: id })).toEqual({ ok: false, problem: 'undo-too-late' });
    expect((await findImport(official, id))?.may.undo).toBe(false);
  });

  test('the same file can be carried out again after it was taken back', async () => {
    const file = sheet(`${fresh()};1980;;;;;;`);
    const first = await uploaded(official, union.khuPho5, file);
    await run(official, first);
    await confirmed(official, first);
    await undone(first);
    const second = await uploaded(official, union.khuPho5, file);
    expect(second).not.toBe(first);
    await run(official, second);
    await confirmed(official, second);
    expect(await countImportRows(official, second)).toMatchObject({ done: 1, verdicts: { create: 1 } });
  });
});

test('a long import goes on step by step; stopped half way it is taken back whole', async () => {
  const stem = fresh();
  const letters = (at: number) => [...String(at)].map((digit) => 'abcdeghikl'[Number(digit)]).join('');
  const many = Array.from({ length: STEP_ROWS * 2 + 10 }, (_, at) => `${stem} ${letters(at)};1980;;;;;;`);
  const { id } = await previewed(official, union.khuPho6, ...many);
  expect((await countImportRows(official, id)).verdicts.create).toBe(many.length);
  const version = (await findImport(official, id))?.version ?? 0;
  await confirmImport(official, { batchId: id, version });
  expect(await stepImport(official, { batchId: id })).toMatchObject({ value: { phase: 'applying', done: STEP_ROWS } });
  const made = () => db.person.count({ where: { importBatchId: id, erasedOn: null } });
  expect(await made()).toBe(STEP_ROWS);
  await undone(id);
  expect(await made()).toBe(0);
});

test('a preview that is dropped leaves nothing of the sheet; one that was decided cannot be dropped', async () => {
  const { id } = await previewed(official, union.khuPho5, `${fresh()};1980;;;;;;`);
  expect(await discardImport(official, { batchId: id })).toMatchObject({ ok: true });
  expect(await discardImport(official, { batchId: id })).toMatchObject({ ok: true });
  expect(await db.importRow.count({ where: { batchId: id } })).toBe(0);
  const other = await previewed(official, union.khuPho5, `${fresh()};1980;;;;;;`);
  await confirmed(official, other.id);
  expect(await discardImport(official, { batchId: other.id })).toMatchObject({ problem: 'already-decided' });
});

test('after thirty days the contents of the rows are shown to nobody, and gone with the next sheet', async () => {
  const name = fresh();
  const { id } = await previewed(official, union.khuPho5, `${name};1980;;;;;;`);
  await confirmed(official, id);
  await db.importBatch.update({ where: { id }, data: { purgeOn: toDate(addDays(today(), 0)) }, select: { id: true } });
  expect((await listImportRows(official, id)).rows).toEqual([]);
  await uploaded(official, union.khuPho5, sheet(`${fresh()};1980;;;;;;`));
  const rows = await db.importRow.findMany({ where: { batchId: id }, select: { cells: true, plan: true }, take: 9 });
  expect(rows).toEqual([{ cells: [], plan: null }]);
  expect(await countImportRows(official, id)).toMatchObject({ done: 1 });
  expect(await names()).toContain(name);
});
