import { useLocale, useTranslations } from 'next-intl';
import { formatValue } from '@/components/indicators/figure-words';
import { Table } from '@/components/ui/tables/table';
import type { IndicatorCode } from '@/domain/indicators/indicator';
import { toldChange } from '@/domain/reports/content/figures';
import type { DeedsTold } from '@/domain/reports/deeds';
import type { ChangedFigure, ReportAction } from '@/domain/reports/report';
import type { FigureTold } from '@/domain/reports/report-content';
import type { Restatement } from '@/domain/reports/restatement';
import { formatDay, formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { type FileFormat, FileLinks } from './report-files';

type HistoryProps = {
  actions: readonly ReportAction[];
  /** the report as a signing filed it, as a file */
  hrefOf: (format: FileFormat, signingId: string) => string;
};

/** All that was done to a report, the newest first; of a signing the code of its figures, and what it filed. */
export function ReportHistory({ actions, hrefOf }: HistoryProps) {
  const t = useTranslations('reports.history');
  const locale = useLocale() as Locale;
  if (actions.length === 0) return null;
  return (
    <section className="mt-7">
      <h2 className="mb-2">{t('title')}</h2>
      <ol className="grid gap-3">
        {actions.map(({ id, kind, at, by, remark, sha256 }) => (
          <li key={id}>
            <b>{t(kind)}</b> · {t('by', { name: by ?? '–', at: formatInstant(locale, at) })}
            {remark && <span className="block whitespace-pre-line">{remark}</span>}
            {sha256 && (
              <span className="block break-all text-ink-2 text-sm">{t('hash', { code: sha256.slice(0, 16) })}</span>
            )}
            {kind === 'submitted' && (
              <span className="no-print flex flex-wrap items-center gap-x-4 text-sm">
                {t('filed')} <FileLinks hrefOf={(format) => hrefOf(format, id)} of={formatInstant(locale, at)} />
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

const SHOWN = 40;
type ChangedProps = {
  changed: readonly ChangedFigure[];
  names: ReadonlyMap<IndicatorCode, string>;
  /** what a deed of the trail is called */
  deeds: (action: string) => string;
};

/** What was done where a figure moved: the oldest first, and how many more. */
function DeedsDone({ told: { first, more }, deeds }: { told: DeedsTold; deeds: ChangedProps['deeds'] }) {
  const t = useTranslations('reports.changed');
  const locale = useLocale() as Locale;
  if (first.length === 0) return '–';
  const named = first.map(({ action, on }) => t('deed', { deed: deeds(action), day: formatDay(locale, on) }));
  return [...named, ...(more > 0 ? [t('moreDeeds', { count: more })] : [])].join('; ');
}

/** What the records say otherwise than the last signed report, and what was done there since: listed before it is signed again. */
export function ChangedFigures({ changed, names, deeds }: ChangedProps) {
  const t = useTranslations('reports.changed');
  const locale = useLocale() as Locale;
  const nameOf = ({ code, isFact }: ChangedFigure) =>
    isFact ? t(`facts.${code as 'covered'}`) : (names.get(code as IndicatorCode) ?? code);
  const told = (value: ChangedFigure['was']) =>
    typeof value === 'boolean' ? t(value ? 'yes' : 'no') : value === null ? '–' : formatValue(locale, value, 'count');
  return (
    <section id="changed" className="mb-7">
      <h2 className="mb-1">{t('title')}</h2>
      <p className="mb-2 text-ink-2">{t(changed.length > 0 ? 'lead' : 'none')}</p>
      {changed.length > 0 && (
        <Table
          caption={t('title')}
          rows={changed.slice(0, SHOWN)}
          keyOf={({ unitId, code }) => `${unitId} ${code}`}
          columns={[
            { label: t('place'), kind: 'title', cell: ({ name }) => name },
            { label: t('what'), cell: nameOf },
            { label: t('was'), kind: 'number', cell: ({ was }) => told(was) },
            { label: t('now'), kind: 'number', cell: ({ now }) => told(now) },
            { label: t('why'), cell: (row) => <DeedsDone told={row.deeds} deeds={deeds} /> },
          ]}
        />
      )}
      {changed.length > SHOWN && <p>{t('more', { count: changed.length - SHOWN })}</p>}
    </section>
  );
}

type RestatedProps = {
  restatements: readonly Restatement[];
  names: ReadonlyMap<IndicatorCode, string>;
  figures: readonly FigureTold[];
  deeds: ChangedProps['deeds'];
};

/** What a report said before it was signed anew: old and new, who and why, and what was done meanwhile. */
export function Restatements({ restatements, names, figures, deeds }: RestatedProps) {
  const t = useTranslations('reports');
  const locale = useLocale() as Locale;
  const measures = new Map(figures.map(({ code, measure }) => [code, measure]));
  const rowOf = ({ code, was, now, deeds }: Restatement['figures'][number]) => {
    const measure = measures.get(code) ?? 'count';
    const change = toldChange(was, now, measure);
    const name = names.get(code) ?? code;
    const told = (number: number | null) => (number === null ? '–' : formatValue(locale, number, measure));
    return {
      code,
      deeds,
      name: change.ofYear ? t('refilings.ofYear', { name }) : name,
      was: told(change.was),
      now: told(change.now),
    };
  };
  return (
    <section className="mt-7">
      <h2 className="mb-1">{t('refilings.title')}</h2>
      {restatements.map((each) => (
        <div key={each.id} className="mb-4">
          <p className="mb-2">
            {t('refilings.lead', {
              name: each.by ?? '–',
              at: formatInstant(locale, each.at),
              why: each.why ?? t('body.noWhy'),
            })}{' '}
            {t('refilings.units', { count: each.units })}
          </p>
          {each.figures.length > 0 && (
            <Table
              caption={t('refilings.title')}
              rows={each.figures.map(rowOf)}
              keyOf={({ code }) => code}
              columns={[
                { label: t('body.figure'), kind: 'title', cell: ({ name }) => name },
                { label: t('body.was'), kind: 'number', cell: ({ was }) => was },
                { label: t('refilings.is'), kind: 'number', cell: ({ now }) => now },
                { label: t('changed.why'), cell: (row) => <DeedsDone told={row.deeds} deeds={deeds} /> },
              ]}
            />
          )}
        </div>
      ))}
    </section>
  );
}
