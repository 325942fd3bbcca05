import { expect, test } from 'vitest';
import { stateOf } from './job';

test('a job fails, is late, has found something, runs or is fine, in this order of worry', () => {
  const now = new Date('2026-12-01T10:00:00Z');
  const at = (time: string) => new Date(`2026-12-01T${time}Z`);
  expect(stateOf({ dueAt: at('10:00:10'), running: false, failures: 0 }, now)).toBe('fine');
  expect(stateOf({ dueAt: at('09:59:00'), running: false, failures: 0 }, now)).toBe('fine');
  expect(stateOf({ dueAt: at('10:00:10'), running: true, failures: 0 }, now)).toBe('running');
  expect(stateOf({ dueAt: at('09:57:00'), running: true, failures: 0 }, now)).toBe('late');
  expect(stateOf({ dueAt: null, running: false, failures: 0 }, now)).toBe('late');
  expect(stateOf({ dueAt: at('10:00:10'), running: false, failures: 0, found: true }, now)).toBe('found');
  expect(stateOf({ dueAt: at('10:00:10'), running: false, failures: 2, found: true }, now)).toBe('failing');
  expect(stateOf({ dueAt: at('10:00:10'), running: false, failures: 2 }, now)).toBe('failing');
});
