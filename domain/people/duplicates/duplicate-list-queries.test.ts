import fc from 'fast-check';
import { expect, test } from 'vitest';
import { db, Prisma } from '@/prisma/client';
import { createMember } from '@/test/factories/people';
import { makeUnion, makeViewer } from '@/test/union';
import { sameNameSql } from './alike-name-queries';
import { likenessOf } from './duplicate';
import { listLikelyPairs } from './duplicate-list-queries';

const PHONE = '+84912000333';

test('a page takes thirty pairs that are shown: more than thirty that are none do not empty it', async () => {
  const union = await makeUnion();
  const official = await makeViewer('commune_official', union.longHung);
  // nine sisters-in-law of one year with one family's phone: thirty-six pairs, of whom no two are one woman
  const middles = ['Ngọc', 'Kim', 'Bích', 'Thanh', 'Minh', 'Diệu', 'Xuân', 'Hải', 'Tường'];
  for (const middle of middles)
    await createMember(db, union.to1, { name: `Nguyễn Thị ${middle} Lan`, birthYear: 1980, phone: PHONE });
  expect(await listLikelyPairs(official)).toEqual({ pairs: [], next: null });

  const twins = [];
  for (let at = 0; at < 31; at++)
    for (const name of [`Trần Thị Sen ${letters(at)}`, `TRẦN THỊ SEN ${letters(at)}`])
      twins.push((await createMember(db, union.to1, { name, birthYear: 1971 })).id);
  const first = await listLikelyPairs(official);
  expect(first.pairs).toHaveLength(30);
  const second = await listLikelyPairs(official, { after: first.next ?? '' });
  expect(second.pairs).toHaveLength(1);
  expect(second.next).toBeNull();
  const shown = [...first.pairs, ...second.pairs].flatMap(({ one, other }) => [one.id, other.id]);
  expect(new Set(shown)).toEqual(new Set(twins));
});

const letters = (at: number) => `${'abcdefghij'[Math.floor(at / 10)]}${'abcdefghij'[at % 10]}`;

const WORDS = [
  'Nguyễn',
  'Đỗ',
  'Thị',
  'Thi',
  'Ngọc',
  'Ngoc',
  'Thanh',
  'Thành',
  'Khanh',
  'Phương',
  'Phượng',
  'Lan',
  'Anh',
  'Hòa',
  'Hoà',
  'Hoa',
];
const name = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
/** Most pairs of two chosen apart are two women: the second is mostly the first, changed a little. */
const slips: ((words: string[], at: number) => string[])[] = [
  (words) => words.toReversed(),
  (words, at) => [...words.slice(at), ...words.slice(0, at)],
  (words, at) => words.toSpliced(at, 1),
  (words, at) => words.toSpliced(at, 0, 'Thị'),
  (words, at) => words.toSpliced(at, 1, `${words[at]}h`),
  (words, at) => words.toSpliced(at, 1, (words[at] ?? '').slice(0, -1) || 'x'),
  (words, at) => words.toSpliced(at, 1, (words[at] ?? '').replace(/.$/, 'y')),
  (words) =>
    words.map((word) =>
      word
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .replace(/Đ/g, 'D'),
    ),
];
const pair = name.chain((one) => {
  const words = one.split(' ');
  const slip = fc.tuple(fc.constantFrom(...slips), fc.nat({ max: words.length - 1 }));
  const changed = slip.map(([change, at]) => change(words, at).join(' ') || 'Lan');
  return fc.tuple(fc.constant(one), fc.oneof(changed, name), fc.boolean());
});

test('the database says of two names what the rule of likeness says, over names that differ by little', async () => {
  const sql = sameNameSql(
    {
      key: [Prisma.sql`app.name_key(a)`, Prisma.sql`app.name_key(b)`],
      plain: [Prisma.sql`app.search_key(a)`, Prisma.sql`app.search_key(b)`],
    },
    Prisma.sql`"allElseSame"`,
  );
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(pair, { minLength: 200, maxLength: 200 }), async (pairs) => {
      const rows = pairs.map(([a, b, allElseSame]) => ({ a, b, allElseSame }));
      const answers = await db.$queryRaw<{ isOne: boolean }[]>`
        SELECT ${sql} AS "isOne" FROM (SELECT n, r->>'a' AS a, r->>'b' AS b, (r->>'allElseSame')::boolean AS "allElseSame"
          FROM jsonb_array_elements(${JSON.stringify(rows)}::jsonb) WITH ORDINALITY x(r, n)) y ORDER BY n LIMIT 200`;
      const said = rows.map(({ a, b, allElseSame }) => {
        const facts = (of: string) => ({ name: of, birthYear: 1980, phone: allElseSame ? PHONE : null });
        const likeness = likenessOf(facts(a), facts(b));
        for (const reason of likeness?.reasons ?? []) seen.add(reason);
        return { a, b, allElseSame, isOne: likeness?.strength === 'likely' };
      });
      expect(rows.map((row, at) => ({ ...row, isOne: answers[at]?.isOne }))).toEqual(said);
    }),
    { numRuns: 25 },
  );
  expect([...seen]).toEqual(expect.arrayContaining(['same-name', 'turned-name', 'alike-name']));
});
