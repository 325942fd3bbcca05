import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { isSecret, newEnrolmentId, secretOf, ticketHash } from './ticket';

const id = '019393a0-0000-7000-8000-000000000001';
const other = '019393a0-0000-7000-8000-000000000002';

test('a secret is 26 letters of base32, the same for one enrolment and key, another for any other', () => {
  const secret = secretOf(id, 'a key');
  expect(secret).toMatch(/^[a-z2-7]{26}$/);
  expect(isSecret(secret)).toBe(true);
  expect(secretOf(id, 'a key')).toBe(secret);
  expect(secretOf(other, 'a key')).not.toBe(secret);
  expect(secretOf(id, 'another key')).not.toBe(secret);
});

test('what is kept is the SHA-256 of its letters, as a scanner makes it', () => {
  const secret = secretOf(id, 'a key');
  expect(Buffer.from(ticketHash(secret)).toString('hex')).toBe(createHash('sha256').update(secret).digest('hex'));
});

test('what cannot be a secret is not looked up', () => {
  for (const text of ['', 'a'.repeat(25), 'A'.repeat(26), '1'.repeat(26), 'a'.repeat(27)])
    expect(isSecret(text)).toBe(false);
});

test('a new id is a uuid of version 7 that tells its time', () => {
  expect(newEnrolmentId(Date.UTC(2026, 10, 24))).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  expect(newEnrolmentId(1_000) < newEnrolmentId(2_000)).toBe(true);
});
