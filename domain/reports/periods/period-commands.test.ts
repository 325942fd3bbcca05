import { beforeAll, describe, expect, test } from 'vitest';
import { FIRST_DAY } from '@/domain/coverage/coverage';
import { addDays, fromDate, monthStart, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { DUE_DAYS, periodBefore, periodKinds, yearBefore } from './period';
import { makePeriods } from './period-commands';

beforeAll(async () => {
  await makePeriods();
});

const periodsOf = (kind: (typeof periodKinds)[number]) =>
  db.reportingPeriod.findMany({
    where: { kind },
    orderBy: { startsOn: 'asc' },
    select: { startsOn: true, endsOn: true, dueOn: true, owed: true },
  });

describe('periods of the calendar', () => {
  test('each kind covers the campaign from its first day to more than a year ahead, without a gap and without an overlap', async () => {
    for (const kind of periodKinds) {
      const all = await periodsOf(kind);
      expect(fromDate(all[0]?.startsOn ?? new Date()) <= FIRST_DAY, kind).toBe(true);
      expect(fromDate(all.at(-1)?.endsOn ?? new Date()) > addDays(today(), 365), kind).toBe(true);
      for (const [at, period] of all.slice(1).entries()) expect(period.startsOn, kind).toEqual(all[at]?.endsOn);
    }
    const months = await periodsOf('month');
    expect(fromDate(months[0]?.startsOn ?? new Date())).toBe('2025-08-01');
    expect((await periodsOf('half_year')).map(({ startsOn }) => fromDate(startsOn))).toContain('2025-07-01');
  });

  test('made again they are the same, and two who make them at once make each once', async () => {
    const before = await db.reportingPeriod.count();
    expect(await Promise.all([makePeriods(), makePeriods()])).toEqual([0, 0]);
    expect(await db.reportingPeriod.count()).toBe(before);
  });

  test('a month is due on the fifth of the month after, a quarter on the tenth, half a year and a year on the fifteenth', async () => {
    expect(DUE_DAYS).toEqual({ month: 5, quarter: 10, half_year: 15, year: 15 });
    for (const kind of periodKinds)
      for (const { endsOn, dueOn } of await periodsOf(kind))
        expect(fromDate(dueOn), kind).toBe(addDays(fromDate(endsOn), DUE_DAYS[kind] - 1));
  });

  test('owed are months that were not over when they were made, and longer periods that began with the first of them or later', async () => {
    const first = monthStart(today());
    for (const { endsOn, owed } of await periodsOf('month')) expect(owed).toBe(fromDate(endsOn) > first);
    for (const kind of periodKinds.slice(1))
      for (const { startsOn, owed } of await periodsOf(kind)) expect(owed, kind).toBe(fromDate(startsOn) >= first);
    expect((await periodsOf('quarter')).some(({ owed }) => owed)).toBe(true);
  });

  test('a second period of a kind that shares a day with another is refused by the database', async () => {
    const across = { kind: 'month' as const, startsOn: new Date('2026-01-15'), endsOn: new Date('2026-02-15') };
    await expect(db.reportingPeriod.create({ data: { ...across, dueOn: across.endsOn } })).rejects.toThrow(
      'one_period',
    );
  });

  test('the days of a period are moved by nobody, or a closed day would be open; when it is due may change', async () => {
    const { id, startsOn, dueOn } = await db.reportingPeriod.findFirstOrThrow({ where: { kind: 'month' } });
    const later = new Date(startsOn.getTime() + 86_400_000);
    await expect(db.reportingPeriod.update({ where: { id }, data: { startsOn: later } })).rejects.toThrow(
      'append_only',
    );
    await expect(db.reportingPeriod.update({ where: { id }, data: { kind: 'quarter' } })).rejects.toThrow(
      'append_only',
    );
    expect(await db.reportingPeriod.update({ where: { id }, data: { dueOn } })).toMatchObject({ startsOn, dueOn });
  });

  test('a period is compared with the one before it and the same months a year ago, but with nothing before the campaign', () => {
    const march = { kind: 'month' as const, from: '2026-10-01' as const };
    expect(periodBefore(march)).toEqual({ from: '2026-09-01', to: '2026-09-30' });
    expect(yearBefore(march)).toEqual({ from: '2025-10-01', to: '2025-10-31' });
    expect(periodBefore({ kind: 'month', from: '2025-08-01' })).toBeNull();
    expect(yearBefore({ kind: 'quarter', from: '2026-04-01' })).toBeNull();
    expect(periodBefore({ kind: 'half_year', from: '2026-07-01' })).toEqual({ from: '2026-01-01', to: '2026-06-30' });
  });
});
