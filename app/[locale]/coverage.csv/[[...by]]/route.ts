import { getTranslations } from 'next-intl/server';
import { partsAsked } from '@/app/address';
import { dependsOn } from '@/app/cache-tags';
import { placeName } from '@/components/coverage/coverage-table';
import { changeInWords } from '@/components/coverage/view/change-words';
import { lastMonthOf, type SinceMonth, sinceLastMonth } from '@/domain/coverage/changes/change';
import {
  askedPublicDay,
  type CoverageCount,
  type CoverageLine,
  countOf,
  coverageLevels,
  coverageReadings,
  isCommune,
  stateOf,
  totalOf,
} from '@/domain/coverage/coverage';
import { listPublishedCounts, listPublishedCoverage } from '@/domain/coverage/queries';
import { saidBy } from '@/domain/coverage/rulings/ruling';
import { findPublishedReading } from '@/domain/coverage/rulings/ruling-queries';
import { type SheetColumn, writeOpenText } from '@/domain/exports/sheet-writer';
import { env } from '@/domain/ground/env';
import { LICENCE_NAME, SOURCE } from '@/domain/open-data/licence';
import { formatDay, formatMonth, formatPercent } from '@/i18n/format';
import { type Locale, localeAsked } from '@/i18n/locales';

/** The same for everyone, kept until a figure changes or the day turns; nothing is drawn while building. */
export const dynamic = 'force-static';
export const generateStaticParams = () => [];

type Props = { params: Promise<{ locale: string; by?: string[] }> };

/** The table of coverage as a sheet, for a level (`?level=group`) and a day (`?on=2026-03-31`), as the page shows it. */
export async function GET(_request: Request, { params }: Props) {
  const { locale: asked, by = [] } = await params;
  const locale = localeAsked(asked);
  const { on, level: named } = partsAsked(by);
  const { day, refused } = askedPublicDay(on);
  const level = named === undefined ? 'sub_association' : coverageLevels.find((each) => each === named);
  await dependsOn('figures:province', 'units', 'today');
  if (refused || !level) return new Response(null, { status: 404 });

  const earlier = lastMonthOf(day);
  const [t, from, now, before, signed] = await Promise.all([
    getTranslations({ locale, namespace: 'coverage' }),
    getTranslations({ locale, namespace: 'open-data' }),
    listPublishedCoverage(day),
    earlier && listPublishedCounts(earlier),
    findPublishedReading(day),
  ]);
  const rows = now.filter((row) => row.level === level);
  const sheet = writeOpenText<CoverageLine>({
    name: t('title'),
    titles: [
      `${t('title')}: ${t(`levels.${level}`)}. ${t('asOf', { day: formatDay(locale, day) })}`,
      ...(env.DEMO === 'on' ? [t('table.demo')] : []),
      t('definition.text', saidBy(signed)),
      from('page.from', { source: SOURCE, licence: LICENCE_NAME }),
    ],
    columns: columnsOf(t as Words, locale, sinceLastMonth(day, rows, before)),
    rows: inTurn([...rows, totalOf(rows)]),
  });
  return new Response(await new Response(sheet).arrayBuffer(), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
}

type Words = (key: string, values?: Record<string, string>) => string;

function columnsOf(t: Words, locale: Locale, since: SinceMonth | null): SheetColumn<CoverageLine>[] {
  const counted = (of: CoverageCount) => ({
    heading: t(`table.${of}`),
    width: 12,
    value: (row: CoverageLine) => countOf(row, of),
  });
  return [
    { heading: t('table.code'), width: 8, value: (row) => (isCommune(row) ? row.code : null) },
    { heading: t('table.commune'), width: 24, value: (row) => (isCommune(row) ? placeName(t, row) : t('table.all')) },
    counted('units'),
    ...coverageReadings.map(counted),
    {
      heading: t('table.percent'),
      width: 14,
      value: (row) => (row.percent === null ? t(`states.${stateOf(row)}`) : formatPercent(locale, row.percent)),
    },
    ...(since ? [changeColumn(t, locale, since)] : []),
  ];
}

/** In words, as on the page: a spreadsheet would read "-7,7" as a formula. */
const changeColumn = (t: Words, locale: Locale, { day, changes }: SinceMonth): SheetColumn<CoverageLine> => ({
  heading: t('table.monthEnd', { month: formatMonth(locale, day) }),
  width: 16,
  value: (row) => {
    const change = isCommune(row) ? changes.of.get(row.communeId) : changes.total;
    return change ? changeInWords(t, locale, change, stateOf(row)) : null;
  },
});

async function* inTurn(rows: readonly CoverageLine[]) {
  yield* rows;
}
