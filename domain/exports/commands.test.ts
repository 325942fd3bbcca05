import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { readSheet } from '@/domain/imports/sheet-file';
import { db } from '@/prisma/client';
import { createMember } from '@/prisma/factories/people';
import { createGroup } from '@/prisma/factories/units';
import { uploadedAndChecked } from '@/prisma/test-imports';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/prisma/test-union';
import { recordExport } from './commands';
import { EXPORTS_AN_HOUR, type MemberExport, PERSONS_MAX, type SheetFormat } from './export';
import { openUnitRows } from './list-rows-queries';
import { countMemberRows, memberRows } from './member-rows-queries';
import { type SheetColumn, writeSheet } from './sheet-writer';

let union: TestUnion;
let official: Viewer;
let head: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  head = await makeViewer('sub_association_head', union.khuPho5);
});

async function all<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const list: Row[] = [];
  for await (const row of rows) list.push(row);
  return list;
}
const names = async (viewer: Viewer, filter = {}) => (await all(memberRows(viewer, filter))).map(({ name }) => name);

const headings = {
  vi: ['Họ và tên', 'Năm sinh', 'SĐT', 'Chi hội', 'Tổ', 'Địa chỉ', 'Ngày vào Hội', 'Loại hội viên'],
  en: ['Full name', 'Year of birth', 'Phone', 'Sub-association', 'Group', 'Address', 'Joined', 'Member kind'],
};
const values: SheetColumn<MemberExport>['value'][] = [
  ({ name }) => name,
  ({ birthYear }) => birthYear,
  ({ phone }) => phone,
  ({ subAssociationName }) => subAssociationName,
  ({ groupName }) => groupName,
  ({ address }) => address,
  ({ since }) => since.split('-').reverse().join('/'),
  ({ kind }) => kind,
];
async function taken(format: SheetFormat, locale: 'vi' | 'en', viewer: Viewer, filter = {}) {
  const columns = headings[locale].map((heading, at) => ({
    heading,
    width: 20,
    value: values[at] ?? (() => null),
    ...(at === 2 ? { kind: 'phone' as const } : {}),
  }));
  const stream = writeSheet(format, {
    titles: ['Danh sách hội viên', 'Xuất ngày 24/11/2026'],
    name: 'Danh sách',
    columns,
    rows: memberRows(viewer, filter),
  });
  return Buffer.from(await new Response(stream).arrayBuffer());
}

describe('members leave', () => {
  test('by given name, within reach, as the list is narrowed; nobody of the neighbour', async () => {
    await makeMember(union.khuPho5, 'Vũ Thị Dung');
    await makeMember(union.to1, 'Phạm Thị Ánh');
    await createMember(db, union.khuPho6, { name: 'Lê Thị Đan', kind: 'core' });
    await makeMember(union.ongHuong, 'Hồ Thị Kỷ');
    expect(await names(official)).toEqual(['Phạm Thị Ánh', 'Vũ Thị Dung', 'Lê Thị Đan']);
    expect(await names(head)).toEqual(['Phạm Thị Ánh', 'Vũ Thị Dung']);
    expect(await names(official, { unitId: union.to1.id })).toEqual(['Phạm Thị Ánh']);
    expect(await names(official, { q: 'dan' })).toEqual(['Lê Thị Đan']);
    expect(await names(official, { kind: 'core' })).toEqual(['Lê Thị Đan']);
    expect(await names(official, { unitId: union.ongHuong.id })).toEqual([]);
    expect(await names(await makeViewer('viewer', union.longHung))).toEqual([]);
    expect(await countMemberRows(official, {})).toBe(3);
  });

  test('each with her unit, her commune and the day she joined', async () => {
    const [row] = await all(memberRows(official, { unitId: union.to1.id }));
    expect(row).toMatchObject({
      subAssociationName: 'Khu phố 5',
      groupName: 'Tổ 1',
      communeName: 'Long Hưng',
      since: '2025-07-01',
    });
  });
});

describe('export, saved, read in again: nothing changes', () => {
  for (const format of ['xlsx', 'csv'] as const)
    for (const locale of ['vi', 'en'] as const)
      test(`${format} with ${locale} headings`, async () => {
        const bytes = await taken(format, locale, official);
        const id = await uploadedAndChecked(official, union.longHung, new File([bytes], `hoi-vien.${format}`));
        const rows = await db.importRow.findMany({
          where: { batchId: id },
          select: { verdict: true, reasons: true },
          take: 50,
        });
        expect(rows).toEqual(Array(3).fill({ verdict: 'same', reasons: [] }));
      });

  test('phones stay phones, a group called 1-2 no date, and a formula text', async () => {
    const group = await createGroup(db, union.khuPho6, { name: '1-2' });
    await createMember(db, group, { name: '=Cmd Thị Lan', phone: '+84912345678' });
    const csv = (await taken('csv', 'vi', official, { unitId: group.id })).toString();
    expect(csv.startsWith('\ufeff')).toBe(true);
    expect(csv.split('\r\n')[3]).toBe("'=Cmd Thị Lan;1980;0912 345 678;Khu phố 6;'1-2;;01/07/2025;member");
    const read = await readSheet(await taken('xlsx', 'vi', official, { unitId: group.id }));
    if (!read.ok) expect.unreachable();
    expect(read.value.at(-1)?.cells.slice(0, 5)).toEqual(['=Cmd Thị Lan', '1980', '0912345678', 'Khu phố 6', '1-2']);
  });
});

describe('the trail', () => {
  const asked = { list: 'people', format: 'csv', total: 3, narrowedBy: ['q'] } as const;

  test('says how many rows left and by what they were narrowed, never by which words', async () => {
    const viewer = await makeViewer('commune_official', union.longHung);
    expect(await recordExport(viewer, asked)).toEqual({ ok: true, value: null });
    const [entry] = await db.auditEntry.findMany({
      where: { actorId: viewer.accountId },
      select: { verb: true, action: true, change: true },
      take: 2,
    });
    expect(entry).toEqual({
      verb: 'exported',
      action: 'exportPeople',
      change: { format: 'csv', narrowedBy: ['q'], rows: 3 },
    });
  });

  test('five an hour for one account, also when six are asked for at once', async () => {
    const viewer = await makeViewer('commune_official', union.longHung);
    const answers = await Promise.all(Array.from({ length: EXPORTS_AN_HOUR + 2 }, () => recordExport(viewer, asked)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(EXPORTS_AN_HOUR);
    expect(await recordExport(viewer, asked)).toMatchObject({ problem: 'too-often' });
    expect(await recordExport(viewer, { ...asked, list: 'units' })).toMatchObject({ ok: true });
  });

  test('too many persons at once, or no right to them: nothing leaves', async () => {
    expect(await recordExport(official, { ...asked, total: PERSONS_MAX + 1 })).toMatchObject({
      problem: 'too-many-rows',
    });
    const reader = await makeViewer('viewer', union.longHung);
    expect(await recordExport(reader, asked)).toEqual({ ok: false, problem: 'not-found' });
    expect(await recordExport(reader, { ...asked, list: 'pairs' })).toMatchObject({ ok: true });
  });
});

test('units leave within reach, below the one that is named', async () => {
  const unitNames = async (viewer: Viewer, filter = {}) =>
    (await all((await openUnitRows(viewer, filter)).rows)).map(({ name }) => name);
  expect(await unitNames(official)).toEqual(expect.arrayContaining(['Long Hưng', 'Khu phố 5', 'Khu phố 6', 'Tổ 1']));
  expect(await unitNames(official)).not.toContain('Trảng Dài');
  expect(await unitNames(official, { under: union.khuPho5.id, level: 'group' })).toEqual(['Tổ 1']);
  expect(await unitNames(official, { under: union.ongHuong.id })).toEqual([]);
});
