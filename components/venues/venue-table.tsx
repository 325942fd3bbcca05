import { useLocale, useTranslations } from 'next-intl';
import { capital } from '@/components/trainings/place-words';
import { Badge } from '@/components/ui/badge';
import { Link } from '@/components/ui/link';
import { type Column, Table } from '@/components/ui/tables/table';
import type { Venue } from '@/domain/venues/venue';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** Halls in rows: each name leads to its form. */
export function VenueTable({ venues }: { venues: Venue[] }) {
  const t = useTranslations('venues');
  const locale = useLocale() as Locale;
  const columns: Column<Venue>[] = [
    {
      label: t('columns.name'),
      kind: 'title',
      cell: ({ id, name, address }) => (
        <span>
          <Link href={`/admin/venues/${id}`}>{name}</Link>
          {address && <small className="block font-normal text-ink-2 text-sm">{address}</small>}
        </span>
      ),
    },
    { label: t('columns.unit'), cell: ({ unit }) => unit.name },
    {
      label: t('columns.seats'),
      kind: 'number',
      cell: ({ seats }) => (seats === null ? t('unknown') : formatNumber(locale, seats)),
    },
    { label: t('columns.facilities'), cell: (venue) => <Facilities venue={venue} /> },
    {
      label: t('columns.state'),
      cell: ({ retired }) => <Badge tone={retired ? 'plain' : 'done'}>{t(retired ? 'retired' : 'used')}</Badge>,
    },
  ];
  return <Table caption={t('list')} columns={columns} rows={venues} keyOf={({ id }) => id} />;
}

function Facilities({ venue }: { venue: Venue }) {
  const t = useTranslations('venues.facility');
  const found = (['stepFree', 'screen', 'wifi'] as const).filter((each) => venue[each]);
  return found.length > 0 ? capital(found.map((each) => t(each)).join(', ')) : '–';
}
