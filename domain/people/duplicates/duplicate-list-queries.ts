import type { Viewer } from '@/domain/access/viewer';
import { isId } from '@/domain/id';
import { pageOf } from '@/domain/page';
import { findUnit } from '@/domain/units/queries';
import { db, Prisma } from '@/prisma/client';
import { type Area, findArea, placeSql } from '../reach-queries';
import { sameNameSql } from './alike-name-queries';
import { type LikelyPair, likenessOf } from './duplicate';

const PAIRS_PAGE = 30;

export type LikelyPairsPage = { pairs: LikelyPair[]; next: string | null };

/**
 * Pairs of records within the viewer's reach, of a unit where one is named, that may be one woman, with the reasons;
 * thirty a page, `after` from the `next` before. Two said to be different stay out until one changes.
 */
export async function listLikelyPairs(
  viewer: Viewer,
  { unitId, after }: { unitId?: string | undefined; after?: string | undefined } = {},
): Promise<LikelyPairsPage> {
  const unit = unitId ? await findUnit(viewer, unitId, 'people.record') : null;
  if (unitId && !unit) return { pairs: [], next: null };
  const area = await findArea(viewer, 'people.record', unit?.path);
  if (!area) return { pairs: [], next: null };
  const rows = await db.$queryRaw<PairRow[]>(pairsSql(area, readPairKey(after)));
  const { page, next } = pageOf(rows, PAIRS_PAGE, ({ one, other }) => `${one}.${other}`);
  const pairs = page.flatMap((row) => {
    const likeness = likenessOf(
      { name: row.oneName, birthYear: row.oneYear, phone: row.onePrint },
      { name: row.otherName, birthYear: row.otherYear, phone: row.otherPrint },
    );
    if (likeness?.strength !== 'likely') return [];
    const one = { id: row.one, name: row.oneName, birthYear: row.oneYear, unitName: row.oneUnit };
    const other = { id: row.other, name: row.otherName, birthYear: row.otherYear, unitName: row.otherUnit };
    return [{ one, other, reasons: likeness.reasons }];
  });
  return { pairs, next };
}

type PairRow = {
  one: string;
  oneName: string;
  oneYear: number | null;
  onePrint: string | null;
  oneUnit: string;
  other: string;
  otherName: string;
  otherYear: number | null;
  otherPrint: string | null;
  otherUnit: string;
};

/** The two ids of the last pair of the page before. */
function readPairKey(after: string | undefined): [string, string] | null {
  const [one = '', other = ''] = (after ?? '').split('.');
  return isId(one) && isId(other) ? [one, other] : null;
}

/**
 * Pairs by words and year, by words where a year is missing, or by phone and nearly the name. What the rule of
 * likeness refuses is left out before thirty are taken: a page is full while there are more.
 */
function pairsSql(area: Area, after: [string, string] | null): Prisma.Sql {
  const keptHere = (keeper: Prisma.Sql) =>
    area.whole ? Prisma.sql`true` : Prisma.sql`${keeper} = ANY (${area.units}::uuid[])`;
  const onRecord = Prisma.sql`b.id > a.id AND b.merged_into_id IS NULL AND b.erased_on IS NULL AND ${keptHere(Prisma.sql`b.keeper_unit_id`)}`;
  // Along the index on ids, so that a page of the whole province reads a page's worth.
  const behind = after ? Prisma.sql`a.id >= ${after[0]}::uuid` : Prisma.sql`true`;
  const behindPair = after ? Prisma.sql`(a.id, b.id) > (${after[0]}::uuid, ${after[1]}::uuid)` : Prisma.sql`true`;
  const isOneName = sameNameSql(
    {
      key: [Prisma.sql`k.one`, Prisma.sql`k.other`],
      plain: [Prisma.sql`a.search_key`, Prisma.sql`b.search_key`],
    },
    Prisma.sql`b.phone_print = a.phone_print AND b.birth_year = a.birth_year`,
  );
  return Prisma.sql`
    WITH pair AS (SELECT a.id AS one, b.id AS other
      FROM person a CROSS JOIN LATERAL (
        SELECT b.* FROM person b WHERE b.name_bag = a.name_bag AND b.birth_year = a.birth_year AND ${onRecord}
        UNION SELECT b.* FROM person b WHERE b.name_bag = a.name_bag AND (b.birth_year IS NULL OR a.birth_year IS NULL)
          AND (b.phone_print IS NULL OR a.phone_print IS NULL) AND ${onRecord}
        UNION SELECT b.* FROM person b WHERE b.phone_print = a.phone_print AND (b.name_bag = a.name_bag OR b.birth_year = a.birth_year) AND ${onRecord}
      ) b CROSS JOIN LATERAL (SELECT app.name_key(a.full_name) AS one, app.name_key(b.full_name) AS other) k
      WHERE a.merged_into_id IS NULL AND a.erased_on IS NULL AND ${keptHere(Prisma.sql`a.keeper_unit_id`)} AND ${behind} AND ${behindPair} AND ${isOneName}
        AND NOT EXISTS (SELECT FROM not_same s WHERE s.person_a_id = a.id AND s.person_b_id = b.id
          AND s.digest_a = app.likeness_digest(a) AND s.digest_b = app.likeness_digest((SELECT x FROM person x WHERE x.id = b.id)))
      ORDER BY a.id, b.id LIMIT ${PAIRS_PAGE + 1})
    SELECT a.id AS one, a.full_name AS "oneName", a.birth_year::int AS "oneYear", a.phone_print AS "onePrint", ${placeSql(Prisma.sql`a.keeper_unit_id`)} AS "oneUnit",
      b.id AS other, b.full_name AS "otherName", b.birth_year::int AS "otherYear", b.phone_print AS "otherPrint", ${placeSql(Prisma.sql`b.keeper_unit_id`)} AS "otherUnit"
    FROM pair JOIN person a ON a.id = pair.one JOIN person b ON b.id = pair.other ORDER BY a.id, b.id`;
}
