import { useTranslations } from 'next-intl';
import { placeName } from '@/components/coverage/coverage-table';
import { periodWithin } from '@/components/reports/report-words';
import { Table } from '@/components/ui/tables/table';
import { type CitedFigure, type FigureRow, isSameFigure } from '@/domain/figures/figure';
import type { Figure } from '@/domain/indicators/indicator';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { type Cited, citedWord, shareWord } from './cited-words';
import { ToldNumber } from './said-figure';

type RestatedProps = { locale: Locale; figure: CitedFigure; cited: Cited };

/** What is said now beside what was said then: when it was closed and opened, and which rows moved. */
export function RestatedFigure({ locale, figure, cited }: RestatedProps) {
  const t = useTranslations('figures.restated');
  const moved = figure.rows.filter(({ was, now }) => was === null || now === null || !isSameFigure(was, now));
  return (
    <section id="restated" className="mt-6">
      <h2 className="mb-3">{t('title')}</h2>
      <p className="mb-4 max-w-[34em]">{t('lead')}</p>
      {figure.now.state === 'not_reported' ? (
        <p>{t('nowSilent')}</p>
      ) : (
        <ToldNumber locale={locale} cited={cited} figure={figure.now}>
          {t('now')}
        </ToldNumber>
      )}
      <h3 className="mt-6 mb-3">{t('when')}</h3>
      <History locale={locale} figure={figure} cited={cited} />
      {moved.length > 0 && (
        <>
          <p className="mt-4 mb-3">{t('why')}</p>
          <MovedRows locale={locale} rows={moved} cited={cited} />
        </>
      )}
    </section>
  );
}

/** Each time that it was closed, each time that its period was opened again, and now. */
function History({ locale, figure, cited }: RestatedProps) {
  const [t, r] = [useTranslations('figures'), useTranslations('reports')];
  const states = useTranslations('indicators');
  const wordsOf = (of: Figure) =>
    [citedWord(t, states, locale, cited, of), shareWord(t, locale, of)].filter(Boolean).join(', ');
  return (
    <ul className="grid list-disc gap-2 pl-5">
      {figure.filings.map((filing) => (
        <li key={`${filing.snapshotId} ${filing.closedOn}`}>
          {t('restated.closed', {
            day: formatDay(locale, filing.closedOn),
            period: periodWithin(r, filing.period),
            value: wordsOf(filing.figure),
          })}
          {filing.openedOn && (
            <> {t('restated.opened', { day: formatDay(locale, filing.openedOn), asked: String(filing.asked) })}</>
          )}
        </li>
      ))}
      <li>
        {t('restated.today', { value: wordsOf(figure.now) })}{' '}
        {figure.filings.every(({ openedOn }) => openedOn === null) && t('restated.unopened')}
      </li>
    </ul>
  );
}

function MovedRows({ locale, rows, cited }: { locale: Locale; rows: readonly FigureRow[]; cited: Cited }) {
  const [t, states] = [useTranslations('figures'), useTranslations('indicators')];
  const c = useTranslations('coverage');
  const word = (figure: Figure | null) =>
    figure ? (shareWord(t, locale, figure) ?? citedWord(t, states, locale, cited, figure)) : t('row.absent');
  const nameOf = ({ id, kind, name }: FigureRow) =>
    id === null
      ? states('parts.itself')
      : kind === 'commune' || kind === 'ward' || kind === 'special_zone'
        ? placeName(c, { kind, name })
        : name;
  return (
    <Table<FigureRow>
      caption={t('restated.rows')}
      lines
      rows={rows}
      keyOf={({ id }) => id ?? 'itself'}
      columns={[
        { label: t('row.place'), kind: 'title', cell: nameOf },
        { label: t('row.was'), kind: 'number', cell: ({ was }) => word(was) },
        { label: t('row.now'), kind: 'number', cell: ({ now }) => word(now) },
      ]}
    />
  );
}
