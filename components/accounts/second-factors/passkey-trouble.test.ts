import { expect, test } from 'vitest';
import en from '@/i18n/messages/en/second-factors.json';
import vi from '@/i18n/messages/vi/second-factors.json';
import { passkeyTrouble, passkeyTroubles, Refused } from './passkey-trouble';

const named = (name: string) => Object.assign(new Error('x'), { name });

test('what keeps a passkey from her is told apart by what browsers and the portal say, so that she knows whose move it is', () => {
  const told = [
    'NotAllowedError',
    'AbortError',
    'InvalidStateError',
    'NotSupportedError',
    'ConstraintError',
    'SecurityError',
    'TypeError',
  ].map((name) => passkeyTrouble(named(name)));
  expect(told).toEqual(['closed', 'closed', 'known-already', 'not-able', 'not-able', 'wrong-address', 'unreachable']);
  const refused = ['step-over', 'throttled', 'tried-often', 'wrong-password', 'passkey-failed', '500'].map((problem) =>
    passkeyTrouble(new Refused(problem)),
  );
  expect(refused).toEqual(['over', 'wait', 'wait', 'password', 'refused', 'refused']);
  expect([passkeyTrouble('x'), passkeyTrouble(named('toString'))]).toEqual(['refused', 'refused']);
});

test('each has a sentence of its own in both languages, but where the move is the same', () => {
  for (const { troubles } of [vi, en])
    for (const of of [troubles.make, troubles.open]) {
      expect(Object.keys(of).sort()).toEqual([...passkeyTroubles].sort());
      expect(new Set(Object.values(of)).size).toBe(passkeyTroubles.length);
    }
});
