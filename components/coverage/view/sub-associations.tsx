import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { BarDrawing } from '@/components/charts/bars/bar-drawing';
import { ChartTable } from '@/components/charts/chart-table';
import { FoldedRest } from '@/components/ui/panels/fold';
import { percentOf } from '@/domain/coverage/coverage';
import type { MatrixRow } from '@/domain/coverage/matrix/matrix';
import { formatNumber, formatPercent } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** As many as one looks through; the others open when asked for. */
const FIRST = 8;

type SubAssociationsProps = {
  locale: Locale;
  /** highest share of groups first */
  rows: readonly MatrixRow[];
  /** the id of what holds the drawing */
  id: string;
  /** the way to take the drawing along */
  children: ReactNode;
};

/** The sub-associations of a commune side by side, by how many of their groups are covered: bars, and the same as a table. */
export function SubAssociations({ locale, rows, id, children }: SubAssociationsProps) {
  const t = useTranslations('coverage');
  const told = rows.map(({ unitId, name, groupsCount, groupsCovered }) => {
    const percent = percentOf(groupsCovered, groupsCount);
    const counted = { covered: formatNumber(locale, groupsCovered), groups: formatNumber(locale, groupsCount) };
    const [share, groups] = [
      percent === null ? '–' : formatPercent(locale, percent),
      t('commune.groupsCovered', counted),
    ];
    return { key: unitId, label: name, length: percent, percent, word: `${share} · ${groups}`, share, groups };
  });
  const bars = (some: typeof told) => (
    <BarDrawing
      units
      bars={some}
      label={`${t('view.compare.subAssociations')}. ${some.map(({ label, word }) => `${label}: ${word}`).join('; ')}`}
    />
  );
  return (
    <section className="mt-10">
      <h2 className="mb-2">{t('view.compare.subAssociations')}</h2>
      <p className="mb-3 max-w-[44em] text-ink-2">{t('view.compare.subAssociationsLead')}</p>
      <div id={id}>
        {bars(told.slice(0, FIRST))}
        {told.length > FIRST && (
          <FoldedRest summary={t('view.compare.more', { count: told.length - FIRST })}>
            {bars(told.slice(FIRST))}
          </FoldedRest>
        )}
      </div>
      <ChartTable
        folded
        caption={t('view.compare.subAssociationsTable')}
        rows={told}
        keyOf={({ key }) => key}
        columns={[
          { label: t('levels.sub_association'), kind: 'title', cell: ({ label }) => label },
          { label: t('commune.groupsShort'), kind: 'number', cell: ({ groups }) => groups },
          { label: t('table.percent'), kind: 'number', cell: ({ share }) => share },
        ]}
      />
      {children}
    </section>
  );
}
