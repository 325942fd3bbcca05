import { reach } from '@/domain/access/access';
import type { Permission } from '@/domain/access/permissions';
import type { UnitPath, Viewer } from '@/domain/access/viewer';
import { normalPhone } from '@/domain/people/phones/phone';
import { searchKey } from '@/domain/texts/clean-text';
import { unitNameSql } from '@/domain/units/name-queries';
import { db, Prisma } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';

const WORDS_MAX = 8;

/** A part of the union as SQL takes it: all of it, or these units. */
export type Area = { whole: true } | { whole: false; units: string[] };

/**
 * The area where the viewer may do this, below `path` where one is given; null for nowhere. For SQL on half a million
 * records: a list tells the planner how few units they are, and Prisma's nested filters are slow.
 */
export async function findArea(
  viewer: Viewer,
  permission: Permission,
  path?: UnitPath | undefined,
  tx: Transaction | typeof db = db,
): Promise<Area | null> {
  const reached = reach(viewer, permission);
  const areas = path === undefined ? reached : path && reached.some((area) => path.startsWith(area)) ? [path] : [];
  if (areas.length === 0) return null;
  if (areas.some((area) => /^\/\d+\/$/.test(area))) return { whole: true };
  const subtrees = areas.map((area) => Prisma.sql`SELECT unit_id FROM app.subtree(${area})`);
  const rows = await tx.$queryRaw<{ unit_id: string }[]>(Prisma.join(subtrees, ' UNION '));
  return { whole: false, units: rows.map(({ unit_id }) => unit_id) };
}

/** "Thị" stands in four names of five: the index of three letters takes longer over it than over all the other words. */
const IN_MOST_NAMES = 'thi';

/**
 * The conditions of a record `p` that is sought by words of a name, without marks and in any order, or by a whole
 * number. `byIndex`: among all women, where an index finds the words.
 */
export function soughtSql(q = '', byIndex = false): Prisma.Sql[] {
  const phone = normalPhone(q);
  if (phone) return [Prisma.sql`p.phone_print = app.phone_print(${phone})`];
  const words = searchKey(q).slice(0, 100).split(' ').filter(Boolean).slice(0, WORDS_MAX);
  return words.map((word) => {
    if (word.length <= 2) return byIndex ? indexedBeginSql(word) : beginSql(word);
    const within = Prisma.sql`p.search_key LIKE ${`%${literal(word)}%`}`;
    // "IS TRUE" has it asked of those whom the index found by the other words
    return byIndex && word === IN_MOST_NAMES && words.length > 1 ? Prisma.sql`(${within}) IS TRUE` : within;
  });
}

const literal = (word: string) => word.replace(/[\\%_]/g, '\\$&');

/** One or two letters begin a word of the name: the index of three letters finds them with the blank before, not within a word. */
const beginSql = (word: string) =>
  Prisma.sql`(p.search_key LIKE ${`${literal(word)}%`} OR p.search_key LIKE ${`% ${literal(word)}%`})`;

/** The same as one condition, for which the index is gone through once; record by record it takes longer than the two. */
const indexedBeginSql = (word: string) => Prisma.sql`p.search_key ~ ${`(^| )${word.replace(IN_PATTERNS, '\\$&')}`}`;

/** Signs that mean something in a pattern are of ASCII; what no letter is elsewhere may be one to PostgreSQL, and then bears no stroke before it. */
const IN_PATTERNS = /[!-/:-@[-`{-~]/g;

/**
 * The name of a unit today, a group with its sub-association: "Tổ 1, Chi hội Khu phố 5". As SQL; names of units are
 * public.
 */
export const placeSql = (unitId: Prisma.Sql): Prisma.Sql => Prisma.sql`coalesce((
  SELECT concat_ws(', ', ${unitNameSql(unitId)}, CASE WHEN place.level = 'group' THEN ${unitNameSql(Prisma.sql`place.sub_association_id`)} END)
  FROM app.unit_place place WHERE place.unit_id = ${unitId}), '')`;
