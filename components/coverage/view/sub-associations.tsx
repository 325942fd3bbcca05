import { useTranslations } from 'next-intl';
import { PercentBar } from '@/components/charts/percent-bar';
import { FoldedRest } from '@/components/ui/panels/fold';
import { percentOf } from '@/domain/coverage/coverage';
import type { MatrixRow } from '@/domain/coverage/matrix/matrix';
import { byGroupsCovered } from '@/domain/coverage/view/places';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** As many as one looks through; the others open when asked for, and on paper. */
const FIRST = 8;

type RowsProps = { locale: Locale; rows: readonly MatrixRow[] };

/** The sub-associations of a commune side by side, by how many of their groups are covered: the highest share first. */
export function SubAssociations({ locale, rows }: RowsProps) {
  const t = useTranslations('coverage.view.compare');
  const ordered = byGroupsCovered(rows);
  if (ordered.length < 2) return null;
  return (
    <section className="mt-10">
      <h2 className="mb-2">{t('subAssociations')}</h2>
      <p className="mb-3 max-w-[44em] text-ink-2">{t('subAssociationsLead')}</p>
      <Bars locale={locale} rows={ordered.slice(0, FIRST)} />
      {ordered.length > FIRST && (
        <FoldedRest summary={t('more', { count: ordered.length - FIRST })} wholeOnPaper>
          <Bars locale={locale} rows={ordered.slice(FIRST)} />
        </FoldedRest>
      )}
    </section>
  );
}

function Bars({ locale, rows }: RowsProps) {
  const t = useTranslations('coverage.commune');
  return (
    <ol className="max-w-[50rem]">
      {rows.map(({ unitId, name, groupsCount, groupsCovered }) => (
        <li
          key={unitId}
          className="grid min-h-11 items-center gap-x-4 border-rule border-t py-1 md:grid-cols-[16rem_1fr_5rem]"
        >
          <b className="font-semibold">{name}</b>
          <PercentBar locale={locale} percent={percentOf(groupsCovered, groupsCount)} />
          <span className="text-ink-2 text-sm tabular-nums md:text-right">
            {t('groupsCovered', {
              covered: formatNumber(locale, groupsCovered),
              groups: formatNumber(locale, groupsCount),
            })}
          </span>
        </li>
      ))}
    </ol>
  );
}
