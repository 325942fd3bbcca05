import fc from 'fast-check';
import { expect, test } from 'vitest';
import { walkInInput } from '../delivery';
import { NAME_MAX } from './roster';
import { readWalkIn } from './walk-ins';

test.each([
  [
    { name: '  Lê  Thị Ghé ', phone: '0912 345 678', unitId: '' },
    { name: 'Lê Thị Ghé', phone: '+84912345678' },
  ],
  [{ name: 'Ghé', phone: ' ' }, { name: 'Ghé' }],
  [{ name: ' ', phone: '12' }, 'name'],
  [{ name: 'a'.repeat(NAME_MAX + 1) }, 'name'],
  [{ name: 'Ghé', phone: '12' }, 'phone'],
])('a woman at the door written as %j is read as %j', (typed, expected) => {
  expect(readWalkIn(typed)).toEqual(expected);
});

test('what the phone takes, the portal takes as it is, and nothing else: no delivery is refused for a woman in it', () => {
  const number = fc.oneof(fc.string(), fc.constantFrom('', '0912345678', '+84 912 345 678', '0212345678'));
  const name = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 130 }),
    fc.constantFrom('Lê Thị Ghé', '\u200b', 'x'.repeat(120)),
  );
  fc.assert(
    fc.property(name, number, (called, phone) => {
      const read = readWalkIn({ name: called, phone });
      const parsed = walkInInput.safeParse({ name: called, phone });
      expect(typeof read === 'string' ? undefined : read).toEqual(parsed.data);
      if (typeof read !== 'string') expect(walkInInput.parse(read)).toEqual(read);
    }),
  );
});
