import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Deed, deedHash } from './second-pair';

const hashOf = (deed: Deed) => Buffer.from(deedHash(deed)).toString('hex');
const deed = (content: Record<string, unknown>, more: Partial<Deed> = {}): Deed => ({
  what: 'giveRole',
  unitId: 'a',
  count: 1,
  content,
  ...more,
});

test('a deed has one hash, in whatever order its content is written and read back', () => {
  const values = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.constant(null),
    fc.array(fc.string()),
    fc.dictionary(fc.string(), fc.string()),
  );
  fc.assert(
    fc.property(fc.dictionary(fc.string(), values), (content) => {
      const turned = Object.fromEntries(Object.entries(JSON.parse(JSON.stringify(content))).reverse());
      expect(hashOf(deed(turned))).toBe(hashOf(deed(content)));
    }),
  );
});

test('another place, number, role, deed or content is another one', () => {
  const all = [
    deed({ a: 1 }),
    deed({ a: 2 }),
    deed({ a: '1' }),
    deed({ b: 1 }),
    deed({ a: [1] }),
    deed({ a: 1 }, { unitId: 'b' }),
    deed({ a: 1 }, { unitId: null }),
    deed({ a: 1 }, { count: 2 }),
    deed({ a: 1 }, { role: 'viewer' }),
    deed({ a: 1 }, { what: 'erasePerson' }),
  ];
  expect(new Set(all.map(hashOf)).size).toBe(all.length);
});
