import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { Fold } from '@/components/ui/panels/fold';
import { type Column, Table } from '@/components/ui/tables/table';
import type { Target, TargetIndicator, TargetWord } from '@/domain/targets/target';
import { formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { targetText } from './target-words';

type TableProps = {
  locale: Locale;
  caption: string;
  targets: readonly Target[];
  unit: TargetIndicator['unit'];
  hrefOf: (unitId: string) => string;
};

/** The targets of some places: what holds, where it comes from, and all that was said, which unfolds. */
export function TargetTable({ locale, caption, targets, unit, hrefOf }: TableProps) {
  const t = useTranslations('targets');
  const columns: Column<Target>[] = [
    { label: t('list.unit'), kind: 'title', cell: ({ unitId, name }) => <Link href={hrefOf(unitId)}>{name}</Link> },
    {
      label: t('list.value'),
      kind: 'number',
      cell: ({ value }) => (value === null ? '–' : targetText(locale, value, unit)),
    },
    {
      label: t('list.source'),
      cell: ({ source, from }) => {
        if (!source) return '–';
        return from && source !== 'campaign' ? t(`sourceOf.${source}`, { name: from.name }) : t(`sources.${source}`);
      },
    },
    {
      label: t('list.history'),
      cell: ({ history, name }) =>
        history.length === 0 ? (
          <span className="md:sr-only">{t('list.noHistory')}</span>
        ) : (
          <Fold summary={t('list.times', { count: history.length })} of={name}>
            <TargetHistory locale={locale} history={history} unit={unit} />
          </Fold>
        ),
    },
  ];
  return <Table caption={caption} columns={columns} rows={targets} keyOf={({ unitId }) => unitId} lines />;
}

type HistoryProps = { locale: Locale; history: readonly TargetWord[]; unit: TargetIndicator['unit'] };

/** Everything that was said of a target, the newest first: what, why, by whom and when. */
export function TargetHistory({ locale, history, unit }: HistoryProps) {
  const t = useTranslations('targets.word');
  return (
    <ol className="grid gap-3">
      {history.map(({ voice, number, value, reason, by, at }) => (
        <li key={`${voice} ${number}`}>
          <b>{value === null ? t(`${voice}Back`) : t(voice, { value: targetText(locale, value, unit) })}</b>
          <span className="block">{reason}</span>
          <span className="block text-ink-2 text-sm">
            {by === null
              ? t('laid', { at: formatInstant(locale, at) })
              : t('by', { name: by, at: formatInstant(locale, at) })}
          </span>
        </li>
      ))}
    </ol>
  );
}
