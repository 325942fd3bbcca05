import { useTranslations } from 'next-intl';
import { FoldedCoverageTable } from '@/components/coverage/coverage-table';
import { DataLinks } from '@/components/open-data/data-links';
import { Button, buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { SectionHead } from '@/components/ui/panels/section-head';
import type { SinceMonth } from '@/domain/coverage/changes/change';
import type { CommuneCoverage, CoverageLevel } from '@/domain/coverage/coverage';
import type { Day } from '@/domain/days/day';
import { coverageIndicator, slugOf } from '@/domain/indicators/indicator';
import { formatDay, formatMonth } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { queryOf } from './coverage-head';

type RowsProps = { locale: Locale; rows: CommuneCoverage[]; level: CoverageLevel };

/** The figures of the map as a table, to be taken along or printed. */
export function CommuneTable({ locale, rows, day, level, since }: RowsProps & { day: Day; since: SinceMonth | null }) {
  const t = useTranslations('coverage.table');
  return (
    <div className="wrap section">
      <SectionHead title={t('title')}>
        <div className="no-print flex flex-wrap gap-2.5">
          <a
            href={hrefTo(locale, 'coverageSheet', {}, queryOf(level, day))}
            className={buttonClass({ compact: true })}
            download={`${t('file')}-${day}.csv`}
          >
            <Icon name="download" />
            {t('take')}
          </a>
          <Button icon="report" compact className="needs-script" data-print="">
            {t('print')}
          </Button>
        </div>
      </SectionHead>
      <p className="mb-4">
        {t('lead')} {since && t('points', { day: formatDay(locale, since.day) })}
      </p>
      <FoldedCoverageTable
        locale={locale}
        rows={rows}
        hrefOf={({ slug }: { slug: string }) => hrefTo(locale, 'commune', { slug })}
        since={
          since
            ? { label: t('monthEnd', { month: formatMonth(locale, since.day) }), changes: since.changes }
            : undefined
        }
        howHref={hrefTo(locale, 'indicator', { slug: slugOf(coverageIndicator(level), locale) })}
      />
      <DataLinks
        locale={locale}
        dataset="coverage"
        asked={{ day: queryOf(level, day).on, level }}
        what={`${t('title')}, ${formatDay(locale, day)}`}
      />
    </div>
  );
}
