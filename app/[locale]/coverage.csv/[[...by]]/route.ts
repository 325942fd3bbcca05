import { getTranslations } from 'next-intl/server';
import { dependsOn } from '@/app/cache-tags';
import { placeName } from '@/components/coverage/coverage-table';
import { askedDay, type CommuneCoverage, coverageLevels } from '@/domain/coverage/coverage';
import { listPublishedCoverage } from '@/domain/coverage/queries';
import { writeOpenText } from '@/domain/exports/sheet-writer';
import { env } from '@/domain/ground/env';
import { formatDay, formatPercent } from '@/i18n/format';
import { defaultLocale, isLocale } from '@/i18n/locales';

/** The same for everyone, kept until a figure changes or the day turns; nothing is drawn while building. */
export const dynamic = 'force-static';
export const generateStaticParams = () => [];

type Props = { params: Promise<{ locale: string; by?: string[] }> };

/** The table of coverage as a sheet, for a level (`?level=group`) and a day (`?on=2026-03-31`), as the page shows it. */
export async function GET(_request: Request, { params }: Props) {
  const { locale: asked, by = [] } = await params;
  const locale = isLocale(asked) ? asked : defaultLocale;
  const { on, level: named } = Object.fromEntries(by.flatMap((key, at) => (at % 2 === 0 ? [[key, by[at + 1]]] : [])));
  const { day, refused } = askedDay(on);
  const level = named === undefined ? 'sub_association' : coverageLevels.find((each) => each === named);
  await dependsOn('figures:province', 'units', 'today');
  if (refused || !level) return new Response(null, { status: 404 });

  const [t, all] = await Promise.all([getTranslations({ locale, namespace: 'coverage' }), listPublishedCoverage(day)]);
  const known = (value: (row: CommuneCoverage) => number) => (row: CommuneCoverage) =>
    row.percent === null ? null : value(row);
  const sheet = writeOpenText({
    name: t('title'),
    titles: [
      `${t('title')}: ${t(`levels.${level}`)}. ${t('asOf', { day: formatDay(locale, day) })}`,
      ...(env.DEMO === 'on' ? [t('table.demo')] : []),
    ],
    columns: [
      { heading: t('table.code'), width: 8, value: ({ code }) => code },
      { heading: t('table.commune'), width: 24, value: (row) => placeName(t, row) },
      { heading: t('table.units'), width: 12, value: (row) => (row.state === 'no_units' ? null : row.units) },
      { heading: t('table.family'), width: 12, value: known(({ family }) => family) },
      { heading: t('table.pair'), width: 12, value: known(({ pair }) => pair) },
      { heading: t('table.covered'), width: 12, value: known(({ covered }) => covered) },
      {
        heading: t('table.percent'),
        width: 14,
        value: ({ percent, state }) => (percent === null ? t(`states.${state}`) : formatPercent(locale, percent)),
      },
    ],
    rows: inTurn(all.filter((row) => row.level === level)),
  });
  return new Response(await new Response(sheet).arrayBuffer(), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
}

async function* inTurn(rows: readonly CommuneCoverage[]) {
  yield* rows;
}
