import fc from 'fast-check';
import { expect, test } from 'vitest';
import { behind, behindId, behindInstant, instantKeyOf, pageOf, readInstantKey, readKey } from './page';

const ids = ['a', 'b', 'c'].map((letter) => ({ id: `0190b6a4-0000-7000-8000-00000000000${letter}` }));
const [one, two] = ids.map(({ id }) => id);

test('a page goes on behind its last row where one more was read than it holds, and nowhere else', () => {
  expect(pageOf(ids, 2)).toEqual({ page: ids.slice(0, 2), next: two });
  expect(pageOf(ids, 3)).toEqual({ page: ids, next: null });
  expect(pageOf([], 3)).toEqual({ page: [], next: null });
  expect(pageOf(ids, 1, ({ id }) => `key of ${id}`).next).toBe(`key of ${one}`);
});

test('a key says where a list goes on, and anything else says nothing', () => {
  const date = fc.date({ min: new Date('2025-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.uuid(), date, (id, instant) => {
      expect(readInstantKey(instantKeyOf(instant, id))).toEqual({ id, instant });
      expect(readKey(id)).toBe(id);
    }),
  );
  for (const key of [undefined, '', 'x', "1.'; drop", '1.2.3', `1.${'-'.repeat(36)}`]) {
    expect(readInstantKey(key)).toBeNull();
    expect(readKey(key)).toBeNull();
  }
});

test('behind a row is what comes later by its field, and of the same what has a later id', () => {
  const last = { id: two ?? '', name: 'b' };
  expect(behind(last, 'name', 'asc')).toEqual({ OR: [{ name: { gt: 'b' } }, { name: 'b', id: { gt: two } }] });
  expect(behind(last, 'name', 'desc')).toEqual({ OR: [{ name: { lt: 'b' } }, { name: 'b', id: { lt: two } }] });
  expect(behind(null, 'name', 'asc')).toEqual({});
  expect(behind({ id: one ?? '', name: null }, 'name', 'asc')).toEqual({});
  const at = new Date('2026-12-03T08:00:00Z');
  expect(behindInstant(instantKeyOf(at, one ?? ''), 'at', 'asc')).toEqual({
    OR: [{ at: { gt: at } }, { at, id: { gt: one } }],
  });
  expect([behindId(one, 'asc'), behindId('x', 'asc')]).toEqual([{ id: { gt: one } }, {}]);
  expect(behindInstant('no key', 'at', 'asc')).toEqual({});
});
