import { Prisma } from '@/prisma/client';

/** What two names are compared by, as SQL: `key` is `app.name_key` of each, `plain` its `app.search_key`. */
export type NamesSql = Record<'key' | 'plain', [one: Prisma.Sql, other: Prisma.Sql]>;

/** The words of one, turned as those of the other may be: begun elsewhere, or written backwards. */
const turnedSql = ({ key: [one, other] }: NamesSql): Prisma.Sql => Prisma.sql`(length(${one}) = length(${other})
  AND (strpos(' ' || ${one} || ' ' || ${one} || ' ', ' ' || ${other} || ' ') > 0
    OR ${other} = (SELECT string_agg(w, ' ' ORDER BY n DESC) FROM unnest(string_to_array(${one}, ' ')) WITH ORDINALITY x(w, n))))`;

const wordsApart = ({ key: [one, other] }: NamesSql): Prisma.Sql => Prisma.sql`(SELECT count(*)
  FROM unnest(string_to_array(${one}, ' '), string_to_array(${other}, ' ')) x(a, b) WHERE a IS DISTINCT FROM b)`;

/** One of them carries no mark at all, and leaving the marks out is all that differs, of two words at least. */
const withoutMarksSql = (names: NamesSql): Prisma.Sql => {
  const { key, plain } = names;
  return Prisma.sql`(${plain[0]} = ${plain[1]} AND (${key[0]} = ${plain[0]} OR ${key[1]} = ${plain[1]}) AND ${wordsApart(names)} >= 2)`;
};

/** All words of the longer name but each "thị" behind its surname. */
const withoutThi = (long: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(SELECT string_agg(w, ' ' ORDER BY n) FROM unnest(string_to_array(${long}, ' ')) WITH ORDINALITY x(w, n) WHERE n = 1 OR w <> 'thị')`;

/** Two words without their marks, of four letters and more, one letter apart and not the first. */
const oneLetterApart = Prisma.sql`(least(length(a), length(b)) >= 4 AND left(a, 1) = left(b, 1) AND EXISTS (SELECT FROM generate_series(0, length(a)) i
  WHERE left(a, i) = left(b, i) AND CASE length(a) - length(b) WHEN 0 THEN substr(a, i + 2) = substr(b, i + 2)
    WHEN 1 THEN substr(a, i + 2) = substr(b, i + 1) WHEN -1 THEN substr(a, i + 1) = substr(b, i + 2) ELSE false END))`;

/** Surname and given name are those of the other, and "thị" or one letter of one word between them is all that differs. */
const oneSlipSql = (names: NamesSql): Prisma.Sql => {
  const [one, other] = names.key;
  const count = (key: Prisma.Sql) => Prisma.sql`cardinality(string_to_array(${key}, ' '))`;
  const second = (key: Prisma.Sql) => Prisma.sql`split_part(${key}, ' ', 2) = 'thị'`;
  return Prisma.sql`(split_part(${one}, ' ', 1) = split_part(${other}, ' ', 1) AND split_part(${one}, ' ', -1) = split_part(${other}, ' ', -1)
    AND split_part(${one}, ' ', -1) <> 'thị' AND CASE sign(${count(one)} - ${count(other)})
      WHEN -1 THEN ${withoutThi(other)} = ${one} WHEN 1 THEN ${withoutThi(one)} = ${other}
      ELSE ${second(one)} AND ${second(other)} AND ${wordsApart(names)} = 1 AND EXISTS (
        SELECT FROM unnest(string_to_array(${one}, ' '), string_to_array(${other}, ' ')) x(p, q)
        CROSS JOIN LATERAL (SELECT app.search_key(p) AS a, app.search_key(q) AS b) y WHERE p <> q AND ${oneLetterApart}) END)`;
};

/**
 * Whether two names are one to `likenessOf`, said where rows are counted out for a page: the same, turned, or nearly the same where
 * year and phone are (`allElseSame`). A test holds both against each other.
 */
export function sameNameSql(names: NamesSql, allElseSame: Prisma.Sql): Prisma.Sql {
  const [one, other] = names.key;
  const three = Prisma.sql`greatest(cardinality(string_to_array(${one}, ' ')), cardinality(string_to_array(${other}, ' '))) >= 3`;
  return Prisma.sql`(${one} = ${other} OR ${turnedSql(names)}
    OR (${allElseSame} AND ${three} AND (${withoutMarksSql(names)} OR ${oneSlipSql(names)})))`;
}
