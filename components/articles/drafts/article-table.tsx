import { useLocale, useTranslations } from 'next-intl';
import { BehindBadge } from '@/components/articles/translations/behind-badge';
import { StandingBadges } from '@/components/newsroom/step-badge';
import { DemoMark } from '@/components/ui/demo-mark';
import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/tables/table';
import type { ArticleRow } from '@/domain/articles/draft';
import { dayOf } from '@/domain/days/day';
import type { Standing } from '@/domain/newsroom/standing';
import { formatDay, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type TableProps = {
  articles: readonly ArticleRow[];
  standings: readonly Standing[];
  /** of the last thirty days, by article */
  reads: ReadonlyMap<string, number>;
};

/** Articles, newest first, each with where it stands; on a phone as cards. */
export function ArticleTable({ articles, standings, reads }: TableProps) {
  const t = useTranslations('articles');
  const locale = useLocale() as Locale;
  return (
    <Table
      caption={t('admin.title')}
      rows={articles}
      keyOf={({ id }) => id}
      columns={[
        {
          label: t('admin.headline'),
          kind: 'title',
          cell: ({ id, title, demo }) => (
            <span>
              <Link href={`/admin/articles/${id}`}>{title}</Link>
              {demo && <DemoMark />}
            </span>
          ),
        },
        {
          label: t('admin.kind'),
          cell: ({ kind }) => <span className="md:whitespace-nowrap">{t(`kinds.${kind}`)}</span>,
        },
        { label: t('admin.unit'), cell: ({ unitName }) => <span className="md:whitespace-nowrap">{unitName}</span> },
        {
          label: t('admin.languages'),
          cell: ({ languages, behind }) => (
            <span className="flex flex-wrap items-center gap-1.5">
              {languages.map((language) => t(`languagesShort.${language}`)).join(', ')}
              {behind && <BehindBadge />}
            </span>
          ),
        },
        { label: t('admin.changed'), cell: ({ changedAt }) => formatDay(locale, dayOf(changedAt)) },
        { label: t('reads.column'), kind: 'number', cell: ({ id }) => formatNumber(locale, reads.get(id) ?? 0) },
        {
          label: t('admin.state'),
          cell: ({ id }) =>
            standings
              .filter(({ articleId }) => articleId === id)
              .map((standing) => <StandingBadges key={id} standing={standing} />),
        },
      ]}
    />
  );
}
