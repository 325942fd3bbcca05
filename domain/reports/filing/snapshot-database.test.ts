import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, toDate } from '@/domain/days/day';
import { changeStatus } from '@/domain/digital-models/status-commands';
import { db, transaction } from '@/prisma/client';
import { createMember } from '@/test/factories/people';
import { createCommune, createSubAssociation, keepRecords } from '@/test/factories/units';
import { makeCovered } from '@/test/stages/reports';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { takeSnapshot } from './snapshot-writes';

const SEPTEMBER = { from: '2026-09-01', to: '2026-09-30' } as const;
let union: TestUnion;

beforeAll(async () => {
  union = await makeUnion();
  await makeCovered(union.khuPho5);
});

const take = (unitId = union.longHung.id) => transaction((tx) => takeSnapshot(tx, unitId, SEPTEMBER, null));
const rowsOf = (snapshotId: string) =>
  db.snapshotRow.findMany({
    where: { snapshotId },
    orderBy: { path: 'asc' },
    select: { unitId: true, name: true, figures: true },
  });

describe('a snapshot', () => {
  test('of the same state is the same, row by row and by its hash, whoever takes it and when', async () => {
    const [one, other] = [await take(), await take()];
    expect(one.id).not.toBe(other.id);
    expect(one.sha256).toBe(other.sha256);
    expect(await rowsOf(one.id)).toEqual(await rowsOf(other.id));
  });

  test('holds each unit of the subtree by its name of the day, the figures of the one arithmetic, and the definitions they were counted by', async () => {
    const { id } = await take();
    const rows = await rowsOf(id);
    expect(rows.map(({ name }) => name)).toEqual(['Long Hưng', 'Khu phố 5', 'Tổ 1', 'Khu phố 6']);
    const [commune, unit] = rows.map(({ figures }) => figures as Record<string, { done: number; whole: number }>);
    const [counted] = await db.$queryRaw<{ done: number; whole: number }[]>`
      SELECT done::int, whole::int FROM app.indicator('coverage_sub_association', ${union.longHung.id}::uuid, '2026-09-30') WHERE unit_id = ${union.longHung.id}::uuid`;
    expect(counted).toEqual({ done: 1, whole: 2 });
    expect(commune?.coverage_sub_association).toMatchObject({ ...counted, state: 'known' });
    expect(unit).toMatchObject({ covered: true, family: true, pair: true, tied: true });
    const snapshot = await db.snapshot.findUniqueOrThrow({
      where: { id },
      select: { editions: true, reading: true, rowCount: true },
    });
    expect(snapshot).toMatchObject({ reading: 'tied', rowCount: 4 });
    expect(snapshot.editions).toMatchObject({ coverage_group: expect.any(Number) });
  });

  test('is moved by a correction of its days, and by nothing that came later', async () => {
    const official = await makeViewer('commune_official', union.longHung);
    const women = [await createMember(db, union.khuPho6), await createMember(db, union.khuPho6)];
    const before = await take();
    const later = await makeCovered(union.khuPho6, '2026-10-05', women);
    expect((await take()).sha256).toBe(before.sha256);
    const { version } = await db.digitalModel.findUniqueOrThrow({ where: { id: later.id }, select: { version: true } });
    expect(
      await changeStatus(official, { modelId: later.id, version, status: 'paused', from: '2026-10-20' }),
    ).toMatchObject({ ok: true });
    expect((await take()).sha256).toBe(before.sha256);
    await makeCovered(union.to1, '2026-09-20');
    expect((await take()).sha256).not.toBe(before.sha256);
    const moved = await db.$queryRaw<{ name: string; code: string }[]>`
      SELECT name, code FROM app.moved_since(${before.id}::uuid) WHERE code IN ('covered', 'coverage_group') ORDER BY name, code`;
    expect(moved).toEqual([
      { name: 'Khu phố 5', code: 'coverage_group' },
      { name: 'Long Hưng', code: 'coverage_group' },
      { name: 'Tổ 1', code: 'covered' },
    ]);
  });

  test('is neither changed nor removed, and takes no row afterwards', async () => {
    const { id } = await take();
    await expect(db.$executeRaw`UPDATE snapshot SET row_count = 9 WHERE id = ${id}::uuid`).rejects.toThrow();
    await expect(db.$executeRaw`DELETE FROM snapshot_row WHERE snapshot_id = ${id}::uuid`).rejects.toThrow();
    const row = {
      snapshotId: id,
      unitId: union.trangDai.id,
      level: 'commune' as const,
      name: 'x',
      path: '/9/',
      figures: {},
    };
    await expect(db.snapshotRow.create({ data: row })).rejects.toThrow('snapshot_closed');
  });

  test('of the province tells nothing of a silent commune, and of a commune that speaks all that counts', async () => {
    const silent = await createCommune(db, union.province, { name: 'Bàu Cạn' });
    const unit = await createSubAssociation(db, silent, { name: 'Ấp 1' });
    await makeCovered(unit);
    const read = async () =>
      (await rowsOf((await take(union.province.id)).id)).find(({ unitId }) => unitId === unit.id);
    expect((await read())?.figures).toEqual({});
    await keepRecords(db, silent, addDays(SEPTEMBER.to, -1));
    expect((await read())?.figures).toMatchObject({ covered: true });
  });

  test('keeps the head of the trail of that moment', async () => {
    const [head] = await db.$queryRaw<
      { position: bigint }[]
    >`SELECT position FROM audit_seal ORDER BY position DESC LIMIT 1`;
    const { id } = await take();
    const { auditPosition, asOf } = await db.snapshot.findUniqueOrThrow({
      where: { id },
      select: { auditPosition: true, asOf: true },
    });
    expect(auditPosition).toBe(head?.position ?? null);
    expect(asOf).toEqual(toDate(SEPTEMBER.to));
  });
});
