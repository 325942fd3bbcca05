import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SHOWN_FROM, suppress } from './suppression';

const table = fc
  .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 7 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(fc.nat(40), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  );

test('no hidden count is recoverable: whatever they hold, all that is shown stays the same', () => {
  fc.assert(
    fc.property(table, fc.infiniteStream(fc.nat(SHOWN_FROM - 1)), (counts, others) => {
      const another = counts.map((row) =>
        row.map((count) => (count < SHOWN_FROM ? (others.next().value as number) : count)),
      );
      expect(suppress(another)).toEqual(suppress(counts));
    }),
    { numRuns: 500 },
  );
});

test('so each hidden cell may be anything from nothing to nine, also by subtracting columns and rows from every total shown', () => {
  fc.assert(
    fc.property(table, (counts) => {
      const { cells, atLeast } = suppress(counts);
      cells.forEach((row, y) => {
        row.forEach((cell, x) => {
          const count = counts[y]?.[x] ?? 0;
          expect(cell).toBe(count < SHOWN_FROM ? null : count);
          const shownElsewhere = cells.reduce((sum, other, at) => sum + (at === y ? 0 : (other[x] ?? 0)), 0);
          // what subtracting gives for a hidden cell: nothing at all
          if (cell === null) expect((atLeast[x] ?? 0) - shownElsewhere).toBe(0);
        });
      });
    }),
  );
});

test('an empty table has no feet', () => expect(suppress([])).toEqual({ cells: [], atLeast: [] }));
