import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createBoundaryFile } from '@/test/factories/boundaries';
import { createCommune, createProvince, type MadeUnit } from '@/test/factories/units';
import { carriedOut } from '@/test/stages/units';
import { makeViewer } from '@/test/union';
import { uploadInput } from './boundaries';
import { removeBoundaries, showBoundaries, uploadBoundaries } from './commands';
import { findBoundaryLines, findPublishedBoundaries, findPublishedBoundaryWeight, listBoundaries } from './queries';

// each file is read in a thread
vi.setConfig({ testTimeout: 60_000 });

let city: MadeUnit;
let communes: MadeUnit[];
let province: Viewer;
const CODES = ['26122', '26116', '26134'];

beforeAll(async () => {
  city = await createProvince(db);
  communes = [];
  for (const code of CODES) communes.push(await createCommune(db, city, { code, name: `Xã ${code}` }));
  province = await makeViewer('province_official', city);
});
beforeEach(async () => {
  await db.$executeRaw`UPDATE boundary_edition SET removed_at = now(), topology = NULL WHERE removed_at IS NULL`;
});

const said = { edition: 'Bản thử', source: 'Tự vẽ', licence: 'Miễn phí' };
const bring = (codes: readonly string[], viewer = province, asOf: Day = today()) =>
  uploadBoundaries(viewer, uploadInput.parse({ ...said, asOf, boundaryFile: createBoundaryFile(codes) }));
const brought = async () => {
  const result = await bring(CODES);
  return result.ok ? result.value.id : expect.unreachable(result.problem);
};
const shown = async () => {
  const boundaryId = await brought();
  await showBoundaries(province, { boundaryId });
  return boundaryId;
};

describe('boundaries of communes', () => {
  test('are a draft that only whoever keeps them sees, until they are shown', async () => {
    const id = await brought();
    expect(await findPublishedBoundaries(today())).toBeNull();
    expect(await findPublishedBoundaryWeight()).toBeNull();
    expect((await findBoundaryLines(province, id))?.objects.communes.geometries).toHaveLength(3);
    const [draft] = await listBoundaries(province);
    expect(draft).toMatchObject({ id, state: 'draft', ...said, asOf: today(), uploadedBy: province.displayName });
    expect(draft?.fileSha256).toMatch(/^[0-9a-f]{64}$/);

    expect(await showBoundaries(province, { boundaryId: id })).toMatchObject({ ok: true });
    expect(await findPublishedBoundaries(today())).toMatchObject({ id, ...said, asOf: today(), heirs: {} });
    expect(await findPublishedBoundaryWeight()).toBe(draft?.facts.kilobytes);
  });

  test('are replaced by those shown later, and removed; what they were stays on record, their lines do not', async () => {
    const first = await shown();
    const second = await shown();
    expect((await findPublishedBoundaries(today()))?.id).toBe(second);
    expect(await findBoundaryLines(province, first)).toBeNull();
    expect(await removeBoundaries(province, { boundaryId: second })).toMatchObject({ ok: true });
    expect(await findPublishedBoundaries(today())).toBeNull();
    const gone = (await listBoundaries(province)).filter(({ id }) => id === first || id === second);
    expect(gone).toHaveLength(2);
    for (const edition of gone)
      expect(edition).toMatchObject({
        state: 'removed',
        ...said,
        shownBy: province.displayName,
        removedBy: province.displayName,
      });
    const entries = await db.auditEntry.findMany({
      where: { subjectId: second },
      orderBy: { id: 'asc' },
      select: { action: true, change: true },
      take: 9,
    });
    expect(entries.map(({ action }) => action)).toEqual(['uploadBoundaries', 'showBoundaries', 'removeBoundaries']);
    expect(entries[1]?.change).toEqual({ before: first });
  });

  test('a draft gives way to the next one, and neither is shown by that', async () => {
    const standing = await shown();
    const first = await brought();
    const second = await brought();
    expect(await showBoundaries(province, { boundaryId: first })).toMatchObject({ problem: 'not-found' });
    expect((await findPublishedBoundaries(today()))?.id).toBe(standing);
    expect(await showBoundaries(province, { boundaryId: second })).toMatchObject({ ok: true });
  });

  test('of two who show at once one edition is shown', async () => {
    const boundaryId = await brought();
    const answers = await Promise.all([1, 2].map(() => showBoundaries(province, { boundaryId })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db.boundaryEdition.count({ where: { shownAt: { not: null }, removedAt: null } })).toBe(1);
  });

  test('of a commune that another took over whole, its area is that one’s from the day on, and not before', async () => {
    await shown();
    const [heir, , gone] = communes as [MadeUnit, MadeUnit, MadeUnit];
    const day = addDays(today(), 5);
    await carriedOut(province, { kind: 'merge', unitId: gone.id, targetId: heir.id, from: day });
    expect((await findPublishedBoundaries(day))?.heirs).toEqual({ 26134: '26122' });
    expect((await findPublishedBoundaries(addDays(day, -1)))?.heirs).toEqual({});
    // had it been parted among two, nobody would know whose it is
    await db.$executeRaw`INSERT INTO unit_lineage (id, change_id, kind, predecessor_id, successor_id, on_day)
      SELECT app.uuid7(), change_id, kind, predecessor_id, ${communes[1]?.id}::uuid, on_day FROM unit_lineage WHERE predecessor_id = ${gone.id}::uuid`;
    expect((await findPublishedBoundaries(day))?.heirs).toEqual({});
  });
});

describe('boundaries are refused', () => {
  test('where a commune is missing, stands twice or is none of ours, and each is named', async () => {
    expect(await bring([CODES[0] ?? '', CODES[0] ?? '', CODES[1] ?? '', '99999'])).toMatchObject({
      problem: 'codes-differ',
      detail: { missing: expect.stringContaining('26134'), twice: '26122', unknown: '99999' },
    });
    expect(await listDrafts()).toBe(0);
  });

  test('of a day before the record, or to come', async () => {
    for (const day of ['2025-07-31', addDays(today(), 1)] as const)
      expect(await bring(CODES, province, day), day).toMatchObject({ problem: 'day-out-of-record' });
  });

  test('to everybody but an official of the province, to bring, to show, to remove, and to see a draft', async () => {
    const boundaryId = await brought();
    for (const [role, unit] of [
      ['province_official', communes[0] as MadeUnit],
      ['commune_official', communes[0] as MadeUnit],
      ['viewer', city],
      ['editor', city],
      ['system_administrator', city],
    ] as const) {
      const viewer = await makeViewer(role, unit);
      expect(await bring(CODES, viewer), role).toMatchObject({ problem: 'not-allowed' });
      expect(await showBoundaries(viewer, { boundaryId }), role).toMatchObject({ problem: 'not-allowed' });
      expect(await removeBoundaries(viewer, { boundaryId }), role).toMatchObject({ problem: 'not-allowed' });
      expect(await findBoundaryLines(viewer, boundaryId), role).toBeNull();
      expect(await listBoundaries(viewer), role).toEqual([]);
    }
    expect(await listDrafts()).toBe(1);
  });

  test('by the database too: what was said of them cannot be said anew, and lines never outlive them', async () => {
    const id = await brought();
    const change = (data: Record<string, unknown>) =>
      db.boundaryEdition.update({ where: { id }, data, select: { id: true } });
    await expect(change({ source: 'Nguồn khác' })).rejects.toThrow('permission denied');
    await expect(change({ removedAt: new Date() })).rejects.toThrow('lines_while_there');
  });
});

const listDrafts = () => db.boundaryEdition.count({ where: { shownAt: null, removedAt: null } });
