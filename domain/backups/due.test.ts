import { expect, test } from 'vitest';
import { isBackupDue, isResting, isVerifyDue } from './due';

const made = (at: string) => ({ made: { id: 'x', at, bytes: 1, took: 1, kept: 1, oldest: at } });
const at = (text: string) => new Date(text);

test('one is due from half past one at night in Viet Nam on, until one was made since then, and at once where there is none', () => {
  // 18:30 in UTC is half past one there
  const evening = made('2026-11-28T18:35:00Z');
  expect(isBackupDue(evening, at('2026-11-29T18:29:59Z'))).toBe(false);
  expect(isBackupDue(evening, at('2026-11-29T18:30:00Z'))).toBe(true);
  expect(isBackupDue(made('2026-11-29T18:30:01Z'), at('2026-11-29T18:31:00Z'))).toBe(false);
  expect(isBackupDue({}, at('2026-11-29T12:00:00Z'))).toBe(true);
});

test('one is due at once when changes are missing, and not again once it was made after that', () => {
  const changes = { at: '2026-11-29T10:00:00Z', waiting: 0, gapSince: '2026-11-29T09:00:00Z' };
  const now = at('2026-11-29T10:00:00Z');
  expect(isBackupDue({ ...made('2026-11-29T08:00:00Z'), changes }, now)).toBe(true);
  expect(isBackupDue({ ...made('2026-11-29T09:30:00Z'), changes }, now)).toBe(false);
});

test('one is due at once after a backup was put back, and not again once it was made after that', () => {
  const restored = { at: '2026-11-29T09:00:00Z' };
  const now = at('2026-11-29T10:00:00Z');
  expect(isBackupDue({ ...made('2026-11-29T08:00:00Z'), restored }, now)).toBe(true);
  expect(isBackupDue({ ...made('2026-11-29T09:30:00Z'), restored }, now)).toBe(false);
});

test('after one that went wrong ten minutes are waited, and no longer', () => {
  const failed = { at: '2026-11-29T10:00:00Z', problem: 'no room' };
  expect(isResting({ failed }, at('2026-11-29T10:09:59Z'))).toBe(true);
  expect(isResting({ failed }, at('2026-11-29T10:10:00Z'))).toBe(false);
  expect(isResting({}, at('2026-11-29T10:00:00Z'))).toBe(false);
});

test('a backup is verified once a week, and at the next turn when one was not whole', () => {
  const verified = { id: 'x', at: '2026-11-22T18:40:00Z', whole: true, opened: true };
  expect(isVerifyDue({ verified }, at('2026-11-28T18:40:00Z'))).toBe(false);
  expect(isVerifyDue({ verified }, at('2026-11-29T18:40:00Z'))).toBe(true);
  expect(isVerifyDue({ verified: { ...verified, whole: false } }, at('2026-11-22T18:41:00Z'))).toBe(true);
  expect(isVerifyDue({}, at('2026-11-22T18:41:00Z'))).toBe(true);
});
