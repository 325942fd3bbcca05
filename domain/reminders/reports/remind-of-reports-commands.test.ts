import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, toDate, today } from '@/domain/days/day';
import { signReport } from '@/domain/reports/filing/sign-commands';
import { listSigners } from '@/domain/reports/signers/signer-queries';
import { db } from '@/prisma/client';
import { createAccountWithRole } from '@/test/factories/accounts';
import { createMember, createOffice } from '@/test/factories/people';
import { makePastMonth, readyToSign } from '@/test/stages/reports';
import { makeCommune, makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import { REPEAT_DAYS } from '../reminder';
import { remindOfReports } from './remind-of-reports-commands';
import { findMissing, findMissingReports, listReportsAskedOf } from './report-reminder-queries';

let union: TestUnion;
let periodId: string;
let city: Viewer;
let official: Viewer;
let neighbour: Viewer;

/** An official of a commune with an account that can be told. */
async function makeOfficial(commune: { id: string; path: string }): Promise<Viewer> {
  const { id, displayName } = await createAccountWithRole(db, 'commune_official', [commune]);
  const grants = [{ role: 'commune_official' as const, unitId: commune.id, path: commune.path }];
  return { accountId: id, personId: null, displayName, locale: 'vi', grants };
}

beforeAll(async () => {
  periodId = await makePastMonth();
});
beforeEach(async () => {
  union = await makeUnion();
  city = await makeViewer('province_official', union.province);
  [official, neighbour] = [await makeOfficial(union.longHung), await makeOfficial(union.trangDai)];
});

const ask = (viewer: Viewer, over: object = {}) =>
  remindOfReports(viewer, { askingId: randomUUID(), periodId, ...over });
const mails = ({ accountId }: Viewer) =>
  db.outboxMessage.findMany({ where: { about: 'reminded', accountId }, take: 9 });
const ours = async () => {
  const found = await findMissing(city, periodId);
  return found?.missing.filter(({ unitId }) => [union.longHung.id, union.trangDai.id].includes(unitId));
};

describe('communes that have not signed', () => {
  test('are all reminded in one go, on the first page and by mail; the reminder goes by itself when the report is signed', async () => {
    expect(await ours()).toHaveLength(2);
    const asked = await ask(city);
    expect(asked).toMatchObject({ ok: true, value: { already: 0 } });
    const [mine, ...others] = await listReportsAskedOf(official);
    expect(others).toEqual([]);
    expect(mine).toMatchObject({
      unitId: union.longHung.id,
      periodId,
      by: city.displayName,
      askedOn: today(),
      text: null,
    });
    const [mail] = await mails(official);
    expect(mail?.facts).toMatchObject({ about: 'report', placeName: 'Long Hưng', periodKind: 'month', text: '' });

    expect((await signReport(official, await readyToSign(official, union.longHung.id, periodId))).ok).toBe(true);
    expect(await listReportsAskedOf(official)).toEqual([]);
    expect(await listReportsAskedOf(neighbour)).toHaveLength(1);
    expect((await ours())?.map(({ unitId }) => unitId)).toEqual([union.trangDai.id]);
  });

  test('are not reminded twice within seven days, whoever asks; who was left out is told with the number', async () => {
    await ask(city);
    const other = await makeViewer('province_official', union.province);
    const again = await ask(other);
    expect(again).toMatchObject({
      ok: false,
      problem: 'reminded-already',
      detail: { again: addDays(today(), REPEAT_DAYS) },
    });
    const newcomer = await makeCommune(union.province, 'Tân Triều');
    const late = await makeOfficial(newcomer);
    expect(await ask(other)).toMatchObject({ ok: true, value: { units: 1, people: 1 } });
    const left = await findMissingReports(other, periodId);
    expect([...(left?.resting.keys() ?? [])]).toEqual(expect.arrayContaining([union.longHung.id, newcomer.id]));
    expect(await listReportsAskedOf(late)).toHaveLength(1);
    expect(await mails(official)).toHaveLength(1);
  });

  test('read her own words where she wrote some; the trail says so and not what; the same form is one asking', async () => {
    const askingId = randomUUID();
    const text = 'Chị em ơi, thành phố họp sáng thứ Hai,\nmong các chị ký trước giúp nhé.';
    const first = await ask(city, { askingId, text });
    expect(await ask(city, { askingId, text })).toMatchObject({ ok: true });
    expect((await listReportsAskedOf(official))[0]?.text).toBe(text);
    expect(await mails(official)).toHaveLength(1);
    const entries = await db.auditEntry.findMany({ where: { actorId: city.accountId, action: 'remindOfReports' } });
    expect(entries).toHaveLength(first.ok ? first.value.units : -1);
    expect(entries[0]?.change).toMatchObject({ rewritten: true });
    expect(JSON.stringify(entries)).not.toContain('thứ Hai');
  });

  test('are reminded by the city alone: for an official, for a reader of the city and for no such period there is nothing', async () => {
    for (const viewer of [
      official,
      await makeViewer('viewer', union.province),
      await makeViewer('editor', union.province),
    ])
      expect(await ask(viewer)).toEqual({ ok: false, problem: 'not-found' });
    expect(await ask(city, { periodId: nothing })).toEqual({ ok: false, problem: 'not-found' });
    const coming = await db.reportingPeriod.findFirst({
      where: { endsOn: { gt: toDate(today()) } },
      select: { id: true },
    });
    expect(await ask(city, { periodId: coming?.id ?? nothing })).toEqual({ ok: false, problem: 'not-found' });
  });
});

describe('who may sign is named', () => {
  test('by office and span, chairwoman first; a role that is over names nobody, and then the deputy signs', async () => {
    const commune = await makeCommune(union.province, 'Phước Tân');
    const [head, deputy] = [await createMember(db, commune), await createMember(db, commune)];
    await createOffice(db, commune, deputy, 'vice_chair');
    await createOffice(db, commune, head, 'chair');
    const until = addDays(today(), 20);
    const hers = await createAccountWithRole(db, 'commune_official', [commune], { person: head });
    const second = await createAccountWithRole(db, 'commune_official', [commune], {
      person: deputy,
      to: addDays(until, 1),
    });
    const signers = async () =>
      (await listSigners(city, [commune.id])).map(({ accountId, title, until }) => [accountId, title, until]);
    expect(await signers()).toEqual([
      [hers.id, 'chair', null],
      [second.id, 'vice_chair', until],
    ]);

    await db.roleGrant.updateMany({ where: { accountId: hers.id }, data: { validTo: toDate(today()) } });
    expect(await signers()).toEqual([[second.id, 'vice_chair', until]]);
    const grants = [{ role: 'commune_official' as const, unitId: commune.id, path: commune.path }];
    const viewer = {
      accountId: second.id,
      personId: deputy.id,
      displayName: second.displayName,
      locale: 'vi' as const,
      grants,
    };
    expect((await signReport(viewer, await readyToSign(viewer, commune.id, periodId))).ok).toBe(true);
  });

  test('nobody left: the commune is named as such to the city, is not reminded, and its neighbour learns nothing', async () => {
    const commune = await makeCommune(union.province, 'Hưng Thịnh');
    await createAccountWithRole(db, 'commune_official', [commune], { to: today() });
    expect(await listSigners(city, [commune.id])).toEqual([]);
    const asked = await ask(city);
    expect(asked.ok && asked.value.nobody).toBeGreaterThanOrEqual(1);
    expect(await db.reminder.count({ where: { unitId: commune.id } })).toBe(0);
    expect(await listSigners(official, [union.trangDai.id])).toEqual([]);
    expect(await listSigners(neighbour, [union.trangDai.id])).toHaveLength(1);
  });
});
