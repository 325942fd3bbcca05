import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { createMember } from '@/test/factories/people';
import { createGroup } from '@/test/factories/units';
import { ownerReads } from '@/test/owner';
import { confirmed, fresh, phone, previewed, run, sheet, uploaded } from '@/test/stages/imports';
import { makeMember, makeUnion, makeViewer, nothing, type TestUnion, type TestUnit } from '@/test/union';
import { assignColumns, confirmImport, discardImport, undoImport } from './commands';
import { countImportRows, findImport, listImportRows, listImports } from './queries';
import { stepImport } from './step-commands';
import { uploadSheet } from './upload-commands';

let union: TestUnion;
let official: Viewer;
let outsider: Viewer;
let head: Viewer;
let to2: TestUnit;

beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  outsider = await makeViewer('commune_official', union.trangDai);
  head = await makeViewer('sub_association_head', union.khuPho5);
  to2 = await createGroup(db, union.khuPho6, { name: 'Tổ 1' });
});

async function member(name: string) {
  const select = { id: true, version: true, birthYear: true, address: true, memberships: true } as const;
  const row = await db.person.findFirst({ where: { fullName: name }, select });
  const kept = await ownerReads<{ phone: string }>('SELECT phone FROM app.number WHERE row_id = $1', [row?.id]);
  return row && { ...row, phone: kept[0]?.phone ?? null };
}

describe('a preview', () => {
  test('says row by row what would happen and writes to nobody', async () => {
    const [known, changed] = [fresh(), fresh()];
    await createMember(db, union.to1, { name: known, birthYear: 1970, phone: '+84912000111' });
    await createMember(db, union.to1, { name: changed, birthYear: 1971, phone: '+84912000222' });
    const name = fresh();
    const { rows } = await previewed(
      official,
      union.longHung,
      `${name};1980;912 345 678;Khu phố 5;Tổ 1;12 đường A;24/11/2015;nòng cốt`,
      `${known.toUpperCase()};15/3/1970;0912.000.111;KP 5;1;;;`,
      `${changed};1971;0912000999;Khu phố 5;;Ấp mới;;`,
      `;1980;;;;;;`,
      `${fresh()};2980;12;Khu phố 9;;;31/2/2020;khách`,
    );
    expect(rows.map(({ no, verdict }) => [no, verdict])).toEqual([
      [2, 'create'],
      [3, 'same'],
      [4, 'update'],
      [5, 'error'],
      [6, 'error'],
    ]);
    expect(rows[0]?.plan).toMatchObject({
      name,
      birthYear: 1980,
      phone: '09•• ••• 678',
      kind: 'core',
      since: '2015-11-24',
    });
    expect(rows[2]?.plan?.changes).toEqual([
      { field: 'phone', from: '09•• ••• 222', to: '09•• ••• 999' },
      { field: 'address', from: null, to: 'Ấp mới' },
    ]);
    expect(rows[3]?.reasons).toEqual(['no-name']);
    expect(rows[4]?.reasons.map((text) => text.split('|')[0]).sort()).toEqual(
      ['kind-unknown', 'not-a-birth', 'not-a-day', 'not-a-phone', 'unit-unknown'].sort(),
    );
    expect(await member(name)).toBeNull();
    expect((await member(changed))?.phone).toBe('+84912000222');
  });

  test('two groups of one name are told apart by their sub-association, or not guessed', async () => {
    const { rows } = await previewed(
      official,
      union.longHung,
      `${fresh()};1980;;;Tổ 1;;;`,
      `${fresh()};1980;;Khu phố 6;Tổ 1;;;`,
    );
    expect(rows[0]).toMatchObject({ verdict: 'error', reasons: ['unit-ambiguous|Tổ 1'] });
    expect(rows[1]?.plan?.unitId).toBe(to2.id);
  });

  test('the same woman twice in one sheet is an error that names the first row', async () => {
    const name = fresh();
    const { rows } = await previewed(
      official,
      union.khuPho5,
      `${name};1980;;;;;;`,
      `${name.toLowerCase()};15/01/1980;;;;;;`,
      `${name};1990;;;;;;`,
    );
    expect(rows.map(({ verdict }) => verdict)).toEqual(['create', 'error', 'create']);
    expect(rows[1]?.reasons).toEqual(['same-as-row|2']);
  });

  test('knows nobody of the next commune: neither that she is on record there nor anything of her', async () => {
    const name = fresh();
    await createMember(db, union.ongHuong, { name, birthYear: 1980, phone: '+84912777888' });
    const { rows } = await previewed(official, union.longHung, `${name};1980;0912777888;Khu phố 5;;;;`);
    expect(rows[0]).toMatchObject({ verdict: 'create', reasons: [] });
    const ofHead = fresh();
    await createMember(db, union.khuPho6, { name: ofHead, birthYear: 1980, phone: '+84912777999' });
    const narrow = await previewed(head, union.khuPho5, `${ofHead};1980;0912777999;;;;;`);
    expect(narrow.rows[0]).toMatchObject({ verdict: 'create', reasons: [] });
    const wide = await previewed(official, union.khuPho5, `${ofHead};1980;0912777999;;;;;`);
    expect(wide.rows[0]).toMatchObject({ verdict: 'error', reasons: ['member-elsewhere|Khu phố 6'] });
  });

  test('numbers of identity cards are kept nowhere, by whatever name their column goes', async () => {
    const file = new File([`Họ tên;Số CCCD;Giấy tờ\n${fresh()};075180000001;075180000002\n`], 'cccd.csv');
    const id = await uploaded(official, union.khuPho5, file);
    const batch = await findImport(official, id);
    expect(batch?.columns.identity).toEqual(['Số CCCD', 'Giấy tờ']);
    const stored = await db.importRow.findMany({ where: { batchId: id }, select: { cells: true }, take: 9 });
    expect(JSON.stringify(stored)).not.toContain('0751800000');
  });

  test('of a whole day of birth only the year is kept, whenever its column becomes known', async () => {
    const file = new File([`Họ tên;Ngày sinh;Lúc chào đời\n${fresh()};15/3/1980;16/4/1980\n`], 'sinh.csv');
    const id = await uploaded(official, union.khuPho5, file);
    const stored = async () =>
      (await db.importRow.findMany({ where: { batchId: id }, select: { cells: true }, take: 2 }))[0]?.cells;
    expect(await stored()).toEqual([expect.anything(), '1980', '16/4/1980']);
    await run(official, id);
    const version = (await findImport(official, id))?.version ?? 0;
    const choices = { column0: 'fullName', column1: '', column2: 'birth' } as const;
    expect(await assignColumns(official, { batchId: id, version, ...choices })).toMatchObject({ ok: true });
    await run(official, id);
    expect(await stored()).toEqual([expect.anything(), '1980', '1980']);
  });

  test('a column nobody understood can be given its meaning, and the rows are checked again', async () => {
    const file = new File([`Họ tên;Số liên lạc\n${fresh()};0912345999\n`], 'la.csv');
    const id = await uploaded(official, union.khuPho5, file);
    await run(official, id);
    const batch = (await findImport(official, id)) ?? expect.unreachable();
    const say = (fields: ('fullName' | 'phone' | '')[]) =>
      assignColumns(official, { batchId: id, version: batch.version, column0: fields[0], column1: fields[1] });
    expect(await say(['', 'phone'])).toEqual({ ok: false, problem: 'no-name-column' });
    expect(await say(['fullName', 'fullName'])).toEqual({ ok: false, problem: 'column-twice' });
    expect(await say(['fullName', 'phone'])).toMatchObject({ ok: true });
    expect(await say(['fullName', 'phone'])).toMatchObject({ problem: 'changed-meanwhile' });
    await run(official, id);
    expect((await listImportRows(official, id)).rows[0]?.plan?.phone).toBe('09•• ••• 999');
  });
});

describe('who may', () => {
  test('a neighbour, a reader and a head of the wrong unit: the import does not exist for them', async () => {
    const { id } = await previewed(official, union.khuPho5, `${fresh()};1980;;;;;;`);
    for (const viewer of [outsider, head, await makeViewer('viewer', union.longHung)]) {
      expect(await findImport(viewer, id)).toBeNull();
      expect((await listImportRows(viewer, id)).rows).toEqual([]);
      expect((await listImports(viewer)).batches.map((batch) => batch.id)).not.toContain(id);
      for (const attempt of [stepImport, discardImport, undoImport])
        expect(await attempt(viewer, { batchId: id })).toEqual({ ok: false, problem: 'not-found' });
      expect(await confirmImport(viewer, { batchId: id, version: 1 })).toEqual({ ok: false, problem: 'not-found' });
    }
    expect(await countImportRows(outsider, id)).toMatchObject({ verdicts: { create: 0 } });
  });

  test('a sheet goes into a unit of hers only, and into a commune or sub-association', async () => {
    const file = sheet(`${fresh()};1980;;;;;;`);
    const upload = (viewer: Viewer, unitId: string) => uploadSheet(viewer, { unitId, sheetFile: file });
    expect(await upload(official, union.ongHuong.id)).toEqual({ ok: false, problem: 'not-found' });
    expect(await upload(official, nothing)).toEqual({ ok: false, problem: 'not-found' });
    expect(await upload(head, union.khuPho6.id)).toEqual({ ok: false, problem: 'not-found' });
    expect(await upload(official, union.to1.id)).toEqual({ ok: false, problem: 'unit-level' });
    const reader = await makeViewer('viewer', union.longHung);
    expect(await upload(reader, union.khuPho5.id)).toEqual({ ok: false, problem: 'not-allowed' });
    expect(await upload(head, union.khuPho5.id)).toMatchObject({ ok: true });
  });
});

test('carried out, the rows stand on record; the same file again leads to the same import and adds nothing', async () => {
  const name = fresh();
  const file = sheet(`${name};1980;0912345671;Khu phố 5;Tổ 1;Nhà 1;24-11-2015;`, `;x;;;;;;`);
  const id = await uploaded(official, union.longHung, file);
  await run(official, id);
  await confirmed(official, id);
  const made = await member(name);
  expect(made).toMatchObject({ birthYear: 1980, phone: '+84912345671', address: 'Nhà 1' });
  expect(made?.memberships).toMatchObject([{ unitId: union.to1.id, kind: 'member', validTo: null }]);
  expect(await uploadSheet(official, { unitId: union.longHung.id, sheetFile: file })).toEqual({
    ok: true,
    value: { id, again: true },
  });
  const again = await previewed(official, union.longHung, `${name};1980;0912345671;Khu phố 5;Tổ 1;Nhà 1;24-11-2015;`);
  expect(again.rows.map(({ verdict }) => verdict)).toEqual(['same']);
  const batch = (await findImport(official, again.id)) ?? expect.unreachable();
  expect(await confirmImport(official, { batchId: again.id, version: batch.version })).toMatchObject({
    problem: 'nothing-to-import',
  });
  const trail = await db.auditEntry.findMany({
    where: { subjectId: id },
    select: { action: true, change: true },
    take: 9,
  });
  expect(trail.map(({ action }) => action).sort()).toEqual(['confirmImport', 'finishImport', 'uploadSheet']);
  expect(JSON.stringify(trail)).not.toContain(name);
});

test('two who confirm at once carry it out once', async () => {
  const name = fresh();
  const { id } = await previewed(official, union.khuPho5, `${name};1980;;;;;;`);
  const version = (await findImport(official, id))?.version ?? 0;
  const both = await Promise.all([1, 2].map(() => confirmImport(official, { batchId: id, version })));
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  await Promise.all([1, 2, 3].map(() => stepImport(official, { batchId: id })));
  expect(await db.person.count({ where: { fullName: name } })).toBe(1);
});

test('one file is carried out once in a unit, whoever writes: the database knows no second', async () => {
  const id = await uploaded(official, union.longHung, sheet(`${fresh()};1980;;Khu phố 5;;;;`));
  const batch = await db.importBatch.findUniqueOrThrow({ where: { id } });
  const { id: _id, columns, ...same } = batch;
  const again = { ...same, columns: columns ?? undefined, state: 'applied' as const };
  const write = () => db.importBatch.create({ data: again as never, select: { id: true } });
  await write();
  await expect(write()).rejects.toThrow(/one_applied_file/);
});

test('two sheets with the same woman, confirmed at once: the second leaves her alone', async () => {
  const name = fresh();
  const one = await previewed(official, union.khuPho5, `${name};1980;;;;;;`);
  const other = await previewed(official, union.khuPho5, `${name};1980;;;;Nhà;;`);
  await Promise.all([confirmed(official, one.id), confirmed(official, other.id)]);
  expect(await db.person.count({ where: { fullName: name } })).toBe(1);
  const counts = await Promise.all([one, other].map(({ id }) => countImportRows(official, id)));
  expect(counts.map(({ done, leftAlone }) => [done, leftAlone]).sort()).toEqual([
    [0, 1],
    [1, 0],
  ]);
});

test('somebody edited between preview and confirmation is left alone', async () => {
  const name = fresh();
  const id = await makeMember(union.khuPho5, name);
  const { id: batchId } = await previewed(official, union.khuPho5, `${name};1980;${phone()};;;;;`);
  await db.person.update({ where: { id }, data: { address: 'mới' }, select: { id: true } });
  await confirmed(official, batchId);
  expect(await member(name)).toMatchObject({ phone: null, address: 'mới' });
  expect((await listImportRows(official, batchId, { leftAlone: true })).rows).toHaveLength(1);
});
