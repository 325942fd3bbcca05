import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { priorityGroups } from '@/domain/consents/sensitive/sensitive';
import { writeSensitive } from '@/domain/consents/sensitive/sensitive-commands';
import { addDays, monthStart, startOf, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createConsent, createConsentText } from '@/test/factories/consents';
import { makeAttended, makeOutcomeStage, type OutcomeStage } from '@/test/stages/outcomes';
import { makeCityOfficial, makePastMonth, pastMonth, readyToSign, signCity } from '@/test/stages/reports';
import { makeViewer, type TestUnit } from '@/test/union';
import { returnReport } from '../filing/decide-commands';
import { signReport } from '../filing/sign-commands';
import { findReport } from '../queries';
import { linesOf, type PriorityMonth } from './priority-lines';
import { findPrioritySeries } from './priority-queries';

const WOMEN = 14;
const NONE = { months: [], places: [], placesOn: null };

let stage: OutcomeStage;
let city: Viewer;
let periodId: string;
const lastDay = () => pastMonth().to;

/** Fourteen women of Long Hưng were at a class of the last month and agreed to be counted: all are elderly, eleven from remote areas. */
beforeAll(async () => {
  [stage, periodId] = [await makeOutcomeStage(), await makePastMonth()];
  city = await makeCityOfficial(stage.union.province);
  await createConsentText(db, 'sensitive_data');
  const { id, women } = await makeAttended(stage, {
    unit: stage.union.khuPho5,
    held: true,
    marks: Array(WOMEN).fill('present'),
  });
  const day = monthStart(today(), -1);
  await db.session.update({
    where: { id },
    data: { startsAt: startOf(day), endsAt: startOf(addDays(day, 1)) },
    select: { id: true },
  });
  for (const [at, { personId }] of women.entries()) {
    await createConsent(db, { id: personId }, 'sensitive_data');
    const values = at < 11 ? ['elderly', 'remote_area'] : ['elderly'];
    await writeSensitive(stage.official, { personId, field: 'priority_groups', values, version: 0 });
  }
});

const sign = async (unit: TestUnit) =>
  expect(await signReport(stage.official, await readyToSign(stage.official, unit.id, periodId))).toMatchObject({
    ok: true,
  });
const told = (counts: PriorityMonth['counts'] = []) =>
  Object.fromEntries(counts.filter(({ count }) => count !== null).map(({ group, count }) => [group, count]));

describe('priority groups in filed reports', () => {
  test('are nothing before a report is filed; then its month tells them in tens, and a day before knows nothing of it', async () => {
    const { longHung } = stage.union;
    expect(await findPrioritySeries(stage.official, longHung, today())).toEqual(NONE);
    const before = await db.auditEntry.count({ where: { action: 'countPriorityGroups' } });
    await sign(longHung);
    const opened = await db.auditEntry.count({ where: { action: 'countPriorityGroups' } });
    expect(opened).toBe(before + 1);
    const { months, places } = await findPrioritySeries(stage.official, longHung, today());
    expect(months.map(({ day }) => day)).toEqual([lastDay()]);
    expect(told(months[0]?.counts)).toEqual({ elderly: 10, remote_area: 10 });
    expect(places).toEqual([]);
    // its sheet: each group in a line, and of fewer than ten no number
    const lines = linesOf('Long Hưng', await findPrioritySeries(stage.official, longHung, today()));
    expect(lines).toHaveLength(priorityGroups.length);
    expect(lines).toContainEqual({ place: 'Long Hưng', day: lastDay(), group: 'elderly', count: 10 });
    expect(lines.filter(({ count }) => count !== null)).toHaveLength(2);
    // the city has signed nothing yet, and sees its commune all the same
    const whole = await findPrioritySeries(city, stage.union.province, today());
    expect([whole.months, whole.placesOn]).toEqual([[], lastDay()]);
    expect(whole.places.map(({ id }) => id)).toContain(longHung.id);
    expect(await findPrioritySeries(stage.official, longHung, addDays(lastDay(), -1))).toEqual(NONE);
    // read as often as one likes: nothing is opened for it
    expect(await db.auditEntry.count({ where: { action: 'countPriorityGroups' } })).toBe(opened);
  });

  test('of the city stand with those of each commune that filed for the same month', async () => {
    expect(await signCity(city, await readyToSign(city, stage.union.province.id, periodId))).toBe('signed');
    const { months, places } = await findPrioritySeries(city, stage.union.province, today());
    expect(told(months[0]?.counts)).toMatchObject({ elderly: expect.any(Number) });
    const own = places.find(({ id }) => id === stage.union.longHung.id);
    expect(own).toMatchObject({ name: expect.stringContaining('Long Hưng') });
    expect(told(own?.counts)).toEqual({ elderly: 10, remote_area: 10 });
    expect(places.some(({ id }) => id === stage.union.trangDai.id)).toBe(false);
    const lines = linesOf('Đồng Nai', await findPrioritySeries(city, stage.union.province, today()));
    expect(new Set(lines.map(({ place }) => place)).size).toBe(2);
    expect(lines.every(({ count }) => count === null || count % 10 === 0)).toBe(true);
  });

  test('of a report that was given back are no longer told: it does not stand', async () => {
    const { longHung, province } = stage.union;
    const found = await findReport(city, longHung.id, periodId);
    const about = { unitId: longHung.id, periodId, version: found?.row.version ?? 0, remark: 'Xem lại' };
    expect(await returnReport(city, about)).toMatchObject({ ok: true });
    expect(await findPrioritySeries(stage.official, longHung, today())).toEqual(NONE);
    const { places } = await findPrioritySeries(city, province, today());
    expect(places.map(({ id }) => id)).not.toContain(longHung.id);
    await sign(longHung);
    expect((await findPrioritySeries(stage.official, longHung, today())).months).toHaveLength(1);
  });

  test('are told to nobody beyond the place, nor to who sees no reports of it', async () => {
    const { longHung, trangDai, province } = stage.union;
    expect(await findPrioritySeries(await makeViewer('commune_official', trangDai), longHung, today())).toEqual(NONE);
    expect(await findPrioritySeries(await makeViewer('trainer', longHung), longHung, today())).toEqual(NONE);
    expect(await findPrioritySeries(stage.official, province, today())).toEqual(NONE);
    expect(linesOf('Đồng Nai', NONE)).toEqual([]);
  });
});
