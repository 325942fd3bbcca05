import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/tables/table';
import type { WaitingCard } from '@/domain/member-cards/member-card';
import { formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** Cards that wait, each with the way to where it is handed over. */
export function WaitingCards({ locale, cards }: { locale: Locale; cards: readonly WaitingCard[] }) {
  const t = useTranslations('member-cards');
  return (
    <Table
      caption={t('waiting.title')}
      rows={cards}
      keyOf={({ id }) => id}
      columns={[
        {
          label: t('waiting.name'),
          kind: 'title',
          cell: ({ personId, name }) => <Link href={`/admin/people/${personId}/member-card#hand-over`}>{name}</Link>,
        },
        { label: t('card.unit'), cell: ({ unitName }) => unitName },
        { label: t('title'), cell: ({ number }) => t('card.number', { number }) },
        { label: t('card.made'), cell: ({ madeAt }) => formatInstant(locale, madeAt) },
      ]}
    />
  );
}
