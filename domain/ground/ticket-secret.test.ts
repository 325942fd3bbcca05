import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { isSecret, secretOf, ticketHash } from './ticket-secret';

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
