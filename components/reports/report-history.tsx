import { useLocale, useTranslations } from 'next-intl';
import { formatValue } from '@/components/indicators/figure-words';
import { Table } from '@/components/ui/tables/table';
import type { IndicatorCode } from '@/domain/indicators/indicator';
import type { ChangedFigure, ReportAction } from '@/domain/reports/report';
import { formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** All that was done to a report, the newest first; of a signing the code of its figures. */
export function ReportHistory({ actions }: { actions: readonly ReportAction[] }) {
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
          </li>
        ))}
      </ol>
    </section>
  );
}

const SHOWN = 40;
type ChangedProps = { changed: readonly ChangedFigure[]; names: ReadonlyMap<IndicatorCode, string> };

/** What the records say otherwise than the last signed report: listed before it is signed again. */
export function ChangedFigures({ changed, names }: ChangedProps) {
  const t = useTranslations('reports.changed');
  const locale = useLocale() as Locale;
  const nameOf = ({ code, isFact }: ChangedFigure) =>
    isFact ? t(`facts.${code as 'covered'}`) : (names.get(code as IndicatorCode) ?? code);
  const told = (value: ChangedFigure['was']) =>
    typeof value === 'boolean' ? t(value ? 'yes' : 'no') : value === null ? '–' : formatValue(locale, value, 'count');
  return (
    <section className="mb-7">
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
          ]}
        />
      )}
      {changed.length > SHOWN && <p>{t('more', { count: changed.length - SHOWN })}</p>}
    </section>
  );
}
