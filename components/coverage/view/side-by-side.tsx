import { useTranslations } from 'next-intl';
import { BarDrawing } from '@/components/charts/bars/bar-drawing';
import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/tables/table';
import type { CommuneCoverage } from '@/domain/coverage/coverage';
import { lackingOf } from '@/domain/coverage/view/lacking';
import { COMPARED_MAX, type CoverageView } from '@/domain/coverage/view/view';
import { formatNumber, formatPercent } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { placeName } from '../coverage-table';

type SideBySideProps = {
  locale: Locale;
  view: CoverageView;
  /** highest first */
  rows: readonly CommuneCoverage[];
  hrefOf: (view: CoverageView) => string;
  /** were they chosen one by one, so that each can be taken out? */
  chosen: boolean;
};

/** Chosen places side by side, the highest share first, each with the way to take it out again. */
export function SideBySide({ locale, view, rows, hrefOf, chosen }: SideBySideProps) {
  const t = useTranslations('coverage.view.compare');
  const words = useTranslations('coverage');
  const without = (slug: string) => hrefOf({ ...view, places: view.places.filter((each) => each !== slug) });
  return (
    <Table
      caption={t('title')}
      rows={rows}
      keyOf={({ communeId }) => communeId}
      columns={[
        {
          label: words('table.commune'),
          kind: 'title',
          cell: (row) => <Link href={`${hrefOf({ ...view, place: row.slug })}#place`}>{placeName(words, row)}</Link>,
        },
        { label: words('table.units'), kind: 'number', cell: ({ units }) => formatNumber(locale, units) },
        {
          label: t('lacking'),
          kind: 'number',
          cell: (row) => {
            const lacking = lackingOf(row, view.lacking);
            return lacking === null ? '–' : formatNumber(locale, lacking);
          },
        },
        {
          label: words('table.percent'),
          kind: 'number',
          cell: (row) => shareOf(words, locale, row),
        },
        ...(chosen
          ? [
              {
                label: <span className="sr-only">{t('drop')}</span>,
                short: '',
                cell: (row: CommuneCoverage) => (
                  <Link href={`${without(row.slug)}#compare`}>{t('dropOne', { place: row.name })}</Link>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

type Words = ReturnType<typeof useTranslations<'coverage'>>;

/** Its share in words, or why it has none. */
const shareOf = (words: Words, locale: Locale, { percent, state }: CommuneCoverage) =>
  percent === null ? words(`states.${state}`) : formatPercent(locale, percent);

/** The shares of the same places as bars. */
export function ComparedBars({ locale, rows }: Pick<SideBySideProps, 'locale' | 'rows'>) {
  const t = useTranslations('coverage.view.compare');
  const words = useTranslations('coverage');
  const bars = rows.map((row) => ({
    key: row.communeId,
    label: placeName(words, row),
    length: row.percent,
    percent: row.percent,
    word: shareOf(words, locale, row),
  }));
  return (
    <BarDrawing bars={bars} label={`${t('title')}. ${bars.map(({ label, word }) => `${label}: ${word}`).join('; ')}`} />
  );
}

type AddProps = { view: CoverageView; action: string; query: Record<string, string>; rows: readonly CommuneCoverage[] };

/** One more place beside those that are there, without a script. */
export function AddPlace({ view, action, query, rows }: AddProps) {
  const t = useTranslations('coverage.view.compare');
  const words = useTranslations('coverage');
  if (view.places.length >= COMPARED_MAX)
    return <p className="mt-2 text-ink-2 text-sm">{t('full', { max: COMPARED_MAX })}</p>;
  const { places = '', ...others } = query;
  return (
    <form action={`${action}#compare`} method="get" className="no-print mt-3 flex flex-wrap items-end gap-3">
      {Object.entries(others).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {places && <input type="hidden" name="places" value={places} />}
      <span className="field mb-0 min-w-0">
        <label className="field-label" htmlFor="add-place">
          {t('add')}
        </label>
        <select id="add-place" name="places" className="control" defaultValue="">
          <option value="">{t('choose')}</option>
          {rows
            .filter(({ slug }) => !view.places.includes(slug))
            .map((row) => (
              <option key={row.slug} value={row.slug}>
                {placeName(words, row)}
              </option>
            ))}
        </select>
      </span>
      <button type="submit" className="button secondary compact">
        {t('addSend')}
      </button>
    </form>
  );
}
