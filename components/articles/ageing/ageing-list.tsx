import { useLocale, useTranslations } from 'next-intl';
import { DemoMark } from '@/components/ui/demo-mark';
import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/tables/table';
import type { AgeingReason, AgeingText } from '@/domain/articles/renewal/ageing';
import { type Day, dayOf } from '@/domain/days/day';
import { formatDay, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** Texts that are to be looked at again, each with every reason why. */
export function AgeingList({ texts }: { texts: readonly AgeingText[] }) {
  const t = useTranslations('articles');
  const locale = useLocale() as Locale;
  return (
    <Table
      caption={t('ageing.title')}
      rows={texts}
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
          label: t('ageing.why'),
          cell: (text) => (
            <ul>
              {text.reasons.map((reason) => (
                <li key={reason}>
                  <Why reason={reason} text={text} />
                </li>
              ))}
            </ul>
          ),
        },
        {
          label: t('admin.kind'),
          cell: ({ kind }) => <span className="md:whitespace-nowrap">{t(`kinds.${kind}`)}</span>,
        },
        { label: t('admin.unit'), cell: ({ unitName }) => <span className="md:whitespace-nowrap">{unitName}</span> },
        { label: t('reads.column'), kind: 'number', cell: ({ reads }) => formatNumber(locale, reads) },
      ]}
    />
  );
}

function Why({ reason, text: { reviewOn, since } }: { reason: AgeingReason; text: AgeingText }) {
  const t = useTranslations('articles.ageing.reasons');
  const locale = useLocale() as Locale;
  if (reason === 'review-due') return t('review-due', { day: reviewOn ? formatDay(locale, reviewOn as Day) : '' });
  if (reason === 'old-and-read') return t('old-and-read', { day: since ? formatDay(locale, dayOf(since)) : '' });
  return t(reason);
}
