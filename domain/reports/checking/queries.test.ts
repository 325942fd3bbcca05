import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { makeCovered, makePastMonth, pastMonth, readyToSign } from '@/test/stages/reports';
import { makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import { returnReport } from '../filing/decide-commands';
import { signReport } from '../filing/sign-commands';
import { findReport } from '../queries';
import { readTyped } from './checked-report';
import { keepReportFile } from './file-commands';
import { findPublishedReport } from './queries';

const MONTHS = 2;
let union: TestUnion;
let official: Viewer;
let periodId: string;

beforeEach(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  await makeCovered(union.khuPho5);
  periodId = await makePastMonth(MONTHS);
});

const found = async () => (await findReport(official, union.longHung.id, periodId)) ?? expect.unreachable();
const signed = async () => {
  const done = await signReport(official, await readyToSign(official, union.longHung.id, periodId));
  expect(done).toMatchObject({ ok: true });
  const [{ id, snapshotId, sha256 } = expect.unreachable()] = (await found()).actions;
  return { id, snapshotId: snapshotId ?? '', sum: sha256 ?? '' };
};
const opened = async () => {
  const { row } = await found();
  const about = { unitId: union.longHung.id, periodId, version: row.version, remark: 'Sửa giúp' };
  await returnReport(await makeViewer('province_official', union.province), about);
};

describe('whoever holds a report', () => {
  test('learns whose it is and that it stands as it was signed, from its number and the beginning of its sum', async () => {
    const { snapshotId, sum } = await signed();
    for (const each of [sum, sum.slice(0, 16)])
      expect(await findPublishedReport({ snapshotId, sum: each })).toMatchObject({
        unitId: union.longHung.id,
        unit: { name: 'Long Hưng', kind: 'ward', level: 'commune' },
        period: { id: periodId, kind: 'month' },
        until: pastMonth(MONTHS).to,
        signedOn: today(),
        state: 'as-filed',
        restatedOn: null,
      });
  });

  test('learns that it was opened again, and that it was signed anew; both papers are known', async () => {
    const first = await signed();
    await opened();
    expect(await findPublishedReport(first)).toMatchObject({ state: 'opened' });
    await makeCovered(union.khuPho6);
    const second = await signed();
    expect(await findPublishedReport(first)).toMatchObject({ state: 'restated', restatedOn: today() });
    expect(await findPublishedReport(second)).toMatchObject({ state: 'as-filed' });
  });

  test('learns the same from the file that went out, and nothing from one that differs in a byte', async () => {
    const { id } = await signed();
    const file = Buffer.from('một báo cáo');
    await keepReportFile(official, id, file);
    await keepReportFile(official, id, file);
    const sumOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
    expect(await findPublishedReport({ file: sumOf(file) })).toMatchObject({ unit: { name: 'Long Hưng' } });
    expect(await findPublishedReport({ file: sumOf(Buffer.from('một báo cáo.')) })).toBeNull();
    const head = await makeViewer('trainer', union.longHung);
    await keepReportFile(head, id, Buffer.from('khác'));
    expect(await findPublishedReport({ file: sumOf(Buffer.from('khác')) })).toBeNull();
    await expect(db.reportFile.deleteMany({ where: { actionId: id } })).rejects.toThrow();
  });

  test('learns nothing with another sum, another number, or of a report that nobody signed', async () => {
    const { snapshotId, sum } = await signed();
    expect(
      await findPublishedReport({ snapshotId, sum: sum.replace(/^./, (sign) => (sign === '0' ? '1' : '0')) }),
    ).toBeNull();
    expect(await findPublishedReport({ snapshotId: nothing, sum })).toBeNull();
  });
});

test('number and sum are read as they are typed from paper, and not where they cannot be any', () => {
  const id = '0197ABCD-0000-7000-8000-00000000000a';
  expect(readTyped(` ${id} `, '9F86 D081\u00a0884C 7D65.')).toEqual({
    snapshotId: id.toLowerCase(),
    sum: '9f86d081884c7d65',
  });
  expect(readTyped(id, '9f86d081')).toBeNull();
  expect(readTyped('123', '9f86d081884c7d65')).toBeNull();
  expect(readTyped(id, `${'9'.repeat(65)}`)).toBeNull();
});
