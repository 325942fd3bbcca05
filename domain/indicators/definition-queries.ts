import { fromDate } from '@/domain/days/day';
import type { Locale } from '@/domain/locale';
import { unitNameSql } from '@/domain/units/name-queries';
import { db, Prisma } from '@/prisma/client';
import { type Definition, type IndicatorCode, indicatorCodes, isIndicator } from './indicator';

const EDITIONS_MAX = 200;

type DefinitionRow = Omit<Definition, 'from' | 'to'> & { from: Date; to: Date | null };

/** Definitions in a language, the newest edition of each first. Words of definitions are no secret: nothing of them is counted. */
export async function listPublishedDefinitions(
  locale: Locale,
  codes: readonly IndicatorCode[] = indicatorCodes,
): Promise<Definition[]> {
  const said = (what: string) => Prisma.raw(`i.${what}_${locale === 'en' ? 'en' : 'vi'}`);
  const rows = await db.$queryRaw<DefinitionRow[]>`
    SELECT i.code, i.edition, i.unit_of_measure::text AS measure, ${said('name')} AS name, ${said('numerator')} AS numerator,
      ${said('denominator')} AS denominator, ${said('known_gaps')} AS gaps, ${unitNameSql(Prisma.sql`i.owner_unit_id`)} AS owner,
      i.valid_from AS "from", i.valid_to AS "to"
    FROM indicator i WHERE i.code = ANY (${[...codes]}::text[])
    ORDER BY array_position(${[...codes]}::text[], i.code), i.edition DESC LIMIT ${EDITIONS_MAX}`;
  return rows
    .filter(({ code }) => isIndicator(code))
    .map((row) => ({ ...row, from: fromDate(row.from), to: row.to && fromDate(row.to) }));
}
