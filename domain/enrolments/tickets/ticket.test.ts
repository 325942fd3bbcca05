import { expect, test } from 'vitest';
import { newEnrolmentId } from './ticket';

test('a new id is a uuid of version 7 that tells its time', () => {
  expect(newEnrolmentId(Date.UTC(2026, 10, 24))).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  expect(newEnrolmentId(1_000) < newEnrolmentId(2_000)).toBe(true);
});
