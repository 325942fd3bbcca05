import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cell, distinctOf, growing, SENSITIVE, sumOf, untold } from './cells';
import { findLeaks } from './leaks';

const told = (id: string, least: number, most: number | null = least, keeps: number | null = SENSITIVE): Cell => ({
  id,
  least,
  most,
  keeps,
});
const leaked = async (...[cells, relations]: Parameters<typeof findLeaks>) =>
  (await findLeaks(cells, relations)).map(({ id, least, most }) => `${id}: ${least}–${most}`);

describe('what can be worked out is found', () => {
  const communes = [told('an', 41), told('binh', 23), told('cam', 0, 9)];
  const city = sumOf('city', ['an', 'binh', 'cam']);

  test('an exact total beside all communes but one tells that one', async () => {
    expect(await leaked([...communes, told('city', 67)], [city])).toEqual(['cam: 3–3']);
    expect(await leaked([...communes, told('city', 60, 69)], [city])).toEqual(['cam: 0–5']);
  });

  test('a total in tens beside communes in tens tells none', async () => {
    const inTens = [told('an', 40, 49), told('binh', 20, 29), told('cam', 0, 9)];
    expect(await leaked([...inTens, told('city', 60, 69)], [city])).toEqual([]);
  });

  test('two that are hidden hide each other only as long as they have room', async () => {
    const four = [told('an', 41), told('binh', 0, 9), told('cam', 0, 9), untold('do', null)];
    const sum = sumOf('city', ['an', 'binh', 'cam']);
    expect(await leaked([...four, told('city', 50)], [sum])).toEqual([]);
    expect(await leaked([...four, told('city', 57)], [sum])).toEqual(['binh: 7–9', 'cam: 7–9']);
  });

  test('one day less the other tells who came between, in whatever place or language each was told', async () => {
    const days = [told('by October', 13), told('by November', 14)];
    const { cells, relations } = growing(days);
    expect(await leaked([...days, ...cells], relations)).toEqual(['by November less by October: 1–1']);
    const tens = [told('by October', 10, 19), told('by November', 10, 19)];
    const grown = growing(tens);
    expect(await leaked([...tens, ...grown.cells], grown.relations)).toEqual([]);
    const inEnglish = told('by October', 19);
    expect(await leaked([...tens, inEnglish, ...grown.cells], grown.relations)).toEqual([
      'by November less by October: 0–0',
    ]);
  });

  test('women who are counted at two places are no fewer than at either', async () => {
    const both = [told('all', 12), told('here', 0, 9), told('there', 8)];
    expect(await leaked(both, distinctOf('all', ['here', 'there']))).toEqual(['there: 8–8', 'here: 4–9'].sort());
  });

  test('what is told plainly is found, what is large or by no attribute is not', async () => {
    expect(await leaked([told('few', 3), told('many', 37), told('seats', 3, 3, null)], [])).toEqual(['few: 3–3']);
  });

  test('what cannot all be true is said to be so', async () => {
    await expect(leaked([told('one', 3), told('other', 0, 2)], [sumOf('other', ['one'])])).rejects.toThrow(
      'contradicts itself',
    );
  });
});

test('it is no less and no more than trying out all that could be', async () => {
  const small = fc.integer({ min: 0, max: 6 });
  await fc.assert(
    fc.asyncProperty(fc.tuple(small, small, small), fc.tuple(small, small, small), small, async (from, more, slack) => {
      const ids = ['a', 'b', 'c'] as const;
      const cells = ids.map((id, at) => told(id, from[at] ?? 0, (from[at] ?? 0) + (more[at] ?? 0), 5));
      const least = from.reduce((sum, each) => sum + each, 0);
      const city = told('city', least, least + slack, null);
      const found = await findLeaks([...cells, city], [sumOf('city', ids)]);
      expect(found).toEqual(triedOut(cells, city));
    }),
    { numRuns: 60 },
  );
});

/** All numbers that three cells and their sum can be, one by one. */
function triedOut(cells: readonly Cell[], city: Cell) {
  const upTo = ({ least, most }: Cell) => Array.from({ length: (most ?? 0) - least + 1 }, (_, at) => least + at);
  const [a = [], b = [], c = []] = cells.map(upTo);
  const all = a.flatMap((x) => b.flatMap((y) => c.map((z) => [x, y, z])));
  const possible = all.filter((each) => {
    const sum = each.reduce((whole, one) => whole + one, 0);
    return sum >= city.least && sum <= (city.most ?? sum);
  });
  return cells.flatMap(({ id, keeps }, at) => {
    const numbers = possible.map((each) => each[at] ?? 0);
    const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
    return least < (keeps ?? 0) && most - least + 1 < (keeps ?? 0) ? [{ id, least, most }] : [];
  });
}
