import { describe, expect, test } from 'vitest';
import { RECORDS_AN_HOUR } from '@/domain/opened-records';
import { OpenedRecords } from './opened-records';

const SECOND = 1_000;
const record = (at: number) => `/admin/people/018f4c4e-0000-7000-8000-${String(at).padStart(12, '0')}`;

/** Opens records one after the other, each some seconds after the one before; answers with what rang. */
function opens(count: number, seconds: number, which: (at: number) => string = record): number[] {
  let now = 0;
  const records = new OpenedRecords(RECORDS_AN_HOUR, () => now);
  return Array.from({ length: count }, (_, at) => {
    now += seconds * SECOND;
    return records.opened('her', which(at)) ?? 0;
  }).filter((rang) => rang > 0);
}

describe('an account that opens records', () => {
  test('as an official does on the day of a report, twenty seconds each for a whole day, rings nothing', () => {
    expect(opens(1_440, 20)).toEqual([]);
  });

  test('as a program does, one a second, rings after as many as nobody opens, and again as often', () => {
    expect(opens(1_000, 1)).toEqual([241, 241, 241, 241]);
  });

  test('again and again, a few of them, or their lists and sheets, rings nothing', () => {
    expect(opens(2_000, 1, (at) => record(at % 40))).toEqual([]);
    expect(opens(2_000, 1, (at) => `/admin/people?after=${at}`)).toEqual([]);
    expect(opens(2_000, 1, (at) => `/admin/pairs/018f4c4e-0000-7000-8000-${String(at).padStart(12, '0')}`)).toEqual([]);
  });

  test('by the pages of a record is counted as by the record itself, and a slow program is caught at the hour', () => {
    expect(opens(300, 1, (at) => `${record(at)}/consents?tab=${at}`)).toEqual([241]);
    expect(opens(1_000, 14).length).toBeGreaterThan(0);
  });
});

test('accounts are counted apart, and those that did nothing for longest are forgotten', () => {
  const records = new OpenedRecords(2);
  for (const account of ['one', 'two'])
    for (const at of [1, 2]) expect(records.opened(account, record(at))).toBeUndefined();
  for (let at = 0; at < 5_000; at++) records.opened(`account ${at}`, record(1));
  expect(records.opened('one', record(3))).toBeUndefined();
  expect((records as unknown as { accounts: Map<string, unknown> }).accounts.size).toBeLessThanOrEqual(5_000);
});
