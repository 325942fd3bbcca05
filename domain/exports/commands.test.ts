import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import { firstIdAt } from '@/domain/id';
import { readSheet } from '@/domain/imports/sheets/sheet-file';
import type { Locale } from '@/domain/locale';
import { db } from '@/prisma/client';
import { createMember, createOffice } from '@/test/factories/people';
import { createGroup } from '@/test/factories/units';
import { openList } from '@/test/opening';
import { uploadedAndChecked } from '@/test/stages/imports';
import { makeMember, makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import { recordExport } from './commands';
import { type MemberExport, PERSONS_MAX, type SheetFormat } from './export';
import { openMatrixRows, openUnitRows } from './list-rows-queries';
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
const names = async (viewer: Viewer, filter = {}) =>
  (await all(memberRows(viewer, filter, await openList(viewer)))).map(({ name }) => name);

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
  ({ since }) => since?.split('-').reverse().join('/') ?? null,
  ({ kind }) => kind,
];
async function unveiled(viewer: Viewer) {
  const recorded = await recordExport(viewer, { list: 'people', format: 'csv', total: 0, narrowedBy: [] });
  return recorded.ok ? recorded.value : expect.unreachable();
}

async function taken(format: SheetFormat, locale: Locale, viewer: Viewer, filter = {}) {
  const columns = headings[locale].map((heading, at) => ({
    heading,
    width: 20,
    value: values[at] ?? (() => null),
    ...(at === 2 ? { kind: 'phone' as const } : {}),
  }));
  const { unveil } = await unveiled(viewer);
  const opening = await openList(viewer);
  const stream = writeSheet(format, {
    titles: ['Danh sách hội viên', 'Xuất ngày 24/11/2026'],
    name: 'Danh sách',
    columns,
    rows: memberRows(viewer, filter, opening),
    unveil,
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

  test('as the register finds them: by phone, by words in any order, by office, and those who left', async () => {
    const { id } = await createMember(db, union.khuPho6, { name: 'Mai Thị Lựu', phone: '+84987000111' });
    await createOffice(db, union.khuPho6, { id }, 'sub_association_deputy');
    expect(await names(official, { q: '0987 000 111' })).toEqual(['Mai Thị Lựu']);
    expect(await names(official, { q: 'luu mai' })).toEqual(['Mai Thị Lựu']);
    expect(await names(official, { office: 'sub_association_deputy' })).toEqual(['Mai Thị Lựu']);
    expect(await names(official, { office: 'x', network: 'y' })).toEqual([]);
    expect(await names(official, { unitId: 'x' })).toEqual([]);
    await db.membership.updateMany({ where: { personId: id }, data: { validTo: new Date('2026-01-01') } });
    expect(await names(official, { kind: 'left' })).toEqual(['Mai Thị Lựu']);
    expect(await names(await makeViewer('commune_official', union.trangDai), { kind: 'left' })).toEqual([]);
    expect(await names(official, { skillId: nothing })).toEqual([]);
  });

  test('each with her unit, her commune and the day she joined', async () => {
    const [row] = await all(memberRows(official, { unitId: union.to1.id }, await openList(official)));
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
    for (const sign of '＝＋－＠') await createMember(db, group, { name: `${sign}Cmd Thị Mai` });
    const csv = (await taken('csv', 'vi', official, { unitId: group.id })).toString();
    expect(csv.startsWith('\ufeff')).toBe(true);
    expect(csv.split('\r\n')).toContain("'=Cmd Thị Lan;1980;0912 345 678;Khu phố 6;'1-2;;01/07/2025;member");
    for (const sign of '＝＋－＠') expect(csv).toContain(`\n'${sign}Cmd Thị Mai;`);
    const read = await readSheet(await taken('xlsx', 'vi', official, { unitId: group.id }));
    if (!read.ok) expect.unreachable();
    const lan = read.value.find(({ cells }) => cells[0] === '=Cmd Thị Lan');
    expect(lan?.cells.slice(0, 5)).toEqual(['=Cmd Thị Lan', '1980', '0912345678', 'Khu phố 6', '1-2']);
  });
});

/** Nobody else could agree there: a long list leaves by her alone (0262). */
const makeOnlyOfficial = async () => makeViewer('commune_official', (await makeUnion()).longHung);

describe('the trail', () => {
  const asked = { list: 'people', format: 'csv', total: 3, narrowedBy: ['q'] } as const;

  test('says how many rows left and by what they were narrowed, never by which words', async () => {
    const viewer = await makeViewer('commune_official', union.longHung);
    expect(await recordExport(viewer, asked)).toMatchObject({ ok: true });
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

  test.each(['people', 'pairs', 'participants'] as const)(
    'of %s, which name persons, so many rows leave in an hour and no more; small lists as often as they are needed',
    async (list) => {
      const viewer = await makeOnlyOfficial();
      const take = (total: number) => recordExport(viewer, { ...asked, list, total });
      for (let time = 0; time < 12; time++) expect(await take(300)).toMatchObject({ ok: true });
      expect(await take(PERSONS_MAX - 12 * 300 + 1)).toEqual({
        ok: false,
        problem: 'too-often',
        detail: { max: String(PERSONS_MAX), taken: '3600' },
      });
      expect(await take(PERSONS_MAX - 12 * 300)).toMatchObject({ ok: true });
      expect(await take(1)).toMatchObject({ problem: 'too-often' });
      expect(await take(0)).toMatchObject({ ok: true });
      const other = list === 'people' ? 'pairs' : 'people';
      expect(await recordExport(viewer, { ...asked, list: other })).toMatchObject({ ok: true });
      expect(await recordExport(viewer, { ...asked, list: 'units', total: PERSONS_MAX * 2 })).toMatchObject({
        ok: true,
      });
    },
  );

  test('of exports asked for at once no more rows leave than of one after the other', async () => {
    const viewer = await makeOnlyOfficial();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => recordExport(viewer, { ...asked, total: PERSONS_MAX / 2 })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(2);
  });

  test('counts an hour: what left before it costs nothing any more', async () => {
    const viewer = await makeOnlyOfficial();
    const earlier = (minutes: number) => firstIdAt(new Date(Date.now() - minutes * 60_000));
    const left = (id: string) => ({
      id,
      actorId: viewer.accountId,
      verb: 'exported',
      action: 'exportPeople',
      subjectType: 'list',
      change: { rows: PERSONS_MAX },
    });
    await db.auditEntry.create({ data: left(earlier(61)) });
    expect(await recordExport(viewer, asked)).toMatchObject({ ok: true });
    await db.auditEntry.create({ data: left(earlier(58)) });
    expect(await recordExport(viewer, asked)).toMatchObject({ problem: 'too-often' });
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

test('a matrix leaves as it is narrowed, or the units that are ticked; none to the neighbour', async () => {
  const asked = { communeId: union.longHung.id, day: today() };
  const rowsOf = async (viewer: Viewer, more = {}) => {
    const opened = await openMatrixRows(viewer, { ...asked, ...more });
    return opened && (await all(opened.rows)).map(({ name, recognition }) => [name, recognition]);
  };
  expect((await rowsOf(official))?.map(([name]) => name)).toEqual(expect.arrayContaining(['Khu phố 5', 'Tổ 1']));
  expect(await rowsOf(official, { units: [union.to1.id, union.ongHuong.id] })).toEqual([['Tổ 1', null]]);
  expect(await rowsOf(official, { lacks: 'nothing' })).toEqual([]);
  expect((await rowsOf(head))?.map(([name]) => name)).not.toContain('Khu phố 6');
  expect(await rowsOf(await makeViewer('commune_official', union.trangDai))).toBeNull();
});

test('units leave within reach, below the one that is named', async () => {
  const unitNames = async (viewer: Viewer, filter = {}) =>
    (await all((await openUnitRows(viewer, filter)).rows)).map(({ name }) => name);
  expect(await unitNames(official)).toEqual(expect.arrayContaining(['Long Hưng', 'Khu phố 5', 'Khu phố 6', 'Tổ 1']));
  expect(await unitNames(official)).not.toContain('Trảng Dài');
  expect(await unitNames(official, { under: union.khuPho5.id, level: 'group' })).toEqual(['Tổ 1']);
  expect(await unitNames(official, { under: union.ongHuong.id })).toEqual([]);
});
