import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day, monthStart, today } from '@/domain/days/day';
import { acceptReport, reopenReport } from '@/domain/reports/filing/decide-commands';
import { signReport } from '@/domain/reports/filing/sign-commands';
import { findReport } from '@/domain/reports/queries';
import { db } from '@/prisma/client';
import { createPair } from '@/test/factories/pairs';
import { createMember } from '@/test/factories/people';
import { createCommune, createSubAssociation } from '@/test/factories/units';
import { makeCityOfficial, makeCovered, makePastMonth, pastMonth, readyToSign, signCity } from '@/test/stages/reports';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { isRestated, saidOf } from './figure';
import { findPublishedFigure } from './published-queries';

const CODE = 'coverage_sub_association';
let union: TestUnion;
let official: Viewer;
let province: Viewer;
let month: string;
let end: Day;

beforeAll(async () => {
  month = await makePastMonth(1);
  end = pastMonth().to;
});
beforeEach(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  province = await makeCityOfficial(union.province);
  await makeCovered(union.khuPho5);
});

const sign = async () => signReport(official, await readyToSign(official, union.longHung.id, month));
const about = async () => {
  const found = await findReport(province, union.longHung.id, month);
  return { unitId: union.longHung.id, periodId: month, version: found?.row.version ?? 0, remark: 'Chị An ghi nhầm' };
};
const close = async () => {
  await sign();
  await acceptReport(province, await about());
};
const figure = (day = end, code: Parameters<typeof findPublishedFigure>[0] = CODE, slug = union.longHung.slug) =>
  findPublishedFigure(code, slug, day);

describe('a number of a place and a day that can be cited', () => {
  test('is what the records come to and filed nowhere, as long as no report of the day is closed', async () => {
    expect(await figure()).toMatchObject({
      filings: [],
      now: { done: 1, whole: 2, percent: 50 },
      place: { closed: null },
    });
    await sign();
    expect((await figure())?.filings).toEqual([]);
  });

  test('names the snapshot and the day once the report is closed, with a row for each sub-association', async () => {
    await close();
    const found = await figure();
    const snapshot = await db.snapshot.findFirstOrThrow({
      where: { unitId: union.longHung.id },
      select: { id: true, sha256: true },
    });
    expect(found?.filings).toMatchObject([
      {
        snapshotId: snapshot.id,
        sha256: Buffer.from(snapshot.sha256).toString('hex'),
        closedOn: today(),
        openedOn: null,
        edition: 1,
        figure: { done: 1, whole: 2 },
      },
    ]);
    expect(found?.rows.map(({ name, was, now }) => [name, was?.done, now?.done])).toEqual([
      [expect.stringContaining('5'), 1, 1],
      [expect.stringContaining('6'), 0, 0],
    ]);
    expect(found && isRestated(found)).toBe(false);
    expect((await figure(addDays(end, -3)))?.place.closed).toMatchObject({ kind: 'month', to: end });
  });

  test('keeps what was said when it was closed first, says what is said now, and never the words of whoever opened it', async () => {
    await close();
    await reopenReport(province, await about());
    await makeCovered(union.khuPho6);
    const open = await figure();
    expect(open && [saidOf(open).done, open.now.done, isRestated(open)]).toEqual([1, 2, true]);
    expect(open?.filings).toMatchObject([{ openedOn: today(), asked: false }]);
    await close();
    const again = await figure();
    expect(again?.filings.map((filing) => filing.figure.done)).toEqual([1, 2]);
    expect(again && saidOf(again).done).toBe(1);
    expect(again?.rows.map(({ was, now }) => [was?.done, now?.done])).toEqual([
      [1, 1],
      [0, 1],
    ]);
    expect(JSON.stringify(again)).not.toContain('ghi nhầm');
  });

  test('of a silent commune there is none, before it began neither, and of a place that never was', async () => {
    const silent = await createCommune(db, union.province, { name: 'Im Lặng' });
    await createSubAssociation(db, silent, {});
    expect(await figure(end, CODE, silent.slug)).toBeNull();
    expect(await figure(end, 'sessions_held', silent.slug)).toBeNull();
    expect(await figure(end, CODE, 'khong-co')).toBeNull();
    expect(await figure(end, CODE, union.khuPho5.slug)).toBeNull();
  });

  test('persons are told in tens, without rows, of communes alone; lessons have no row of a sub-association', async () => {
    const guide = await createMember(db, union.khuPho5);
    const from = addDays(monthStart(end), -40);
    for (let at = 0; at < 22; at++)
      await createPair(db, union.khuPho5, guide, await createMember(db, union.khuPho5), { from });
    expect(await figure(end, 'women_guided')).toMatchObject({ now: { done: 20 }, rows: [] });
    expect(await figure(addDays(from, -1), 'women_guided')).toMatchObject({ now: { done: 0 } });
    expect(await figure(end, 'women_guided', 'dong-nai')).toBeNull();
    expect(await figure(end, 'peer_lessons')).toMatchObject({ now: { done: 0 }, rows: [] });
  });

  test('of the city it stands once the city has signed, and its rows are the communes', async () => {
    const slug = union.province.slug;
    expect((await figure(end, CODE, slug))?.filings).toEqual([]);
    expect(await signCity(province, await readyToSign(province, union.province.id, month))).toBe('signed');
    const found = await figure(end, CODE, slug);
    expect(found?.filings).toHaveLength(1);
    expect(found?.rows.find(({ slug: of }) => of === union.longHung.slug)).toMatchObject({
      was: { done: 1 },
      now: { done: 1 },
    });
  });
});
