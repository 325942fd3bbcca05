import { useLocale, useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { type Column, Table } from '@/components/ui/tables/table';
import { lastDayBefore } from '@/domain/days/ending';
import type { BoardOffice } from '@/domain/digital-models/digital-model';
import type { Dated, ModelMember } from '@/domain/digital-models/people/model-people';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { PersonName } from './people/person-name';

type Row = Dated & { office?: BoardOffice; household?: ModelMember['household'] };
type DatedTableProps = {
  caption: string;
  rows: readonly Row[];
  /** where a row is ended; without it nothing can be */
  endPath?: string | undefined;
  /** of a family: where its households stand, and hers with them */
  householdsPath?: string | undefined;
};

/** People of a model with their days; offices where they have one. */
export function DatedTable({ caption, rows, endPath, householdsPath }: DatedTableProps) {
  const t = useTranslations('digital-models');
  const locale = useLocale() as Locale;
  const columns: Column<Row>[] = [
    { label: t('people.name'), kind: 'title', cell: (row) => <PersonName {...row} /> },
    ...(rows.some(({ office }) => office)
      ? [{ label: t('people.office'), cell: ({ office }: Row) => office && t(`office.${office}`) }]
      : []),
    ...(householdsPath
      ? [
          {
            label: t('members.household'),
            cell: (row: Row) => <HouseholdOf row={row} path={householdsPath} changes={endPath !== undefined} />,
          },
        ]
      : []),
    { label: t('people.from'), cell: ({ from }) => formatDay(locale, from) },
    ...(rows.some(({ to }) => to)
      ? [{ label: t('people.to'), cell: ({ from, to }: Row) => <LastDay from={from} to={to} /> }]
      : []),
    ...(endPath
      ? [
          {
            label: t('people.change'),
            // who lives in a household of the family leaves with it
            cell: ({ id, name, household }: Row) =>
              !household && (
                <Link
                  href={`${endPath}?end=${id}#end`}
                  className="inline-flex min-h-11 items-center"
                  aria-label={t('people.endOf', { name: name ?? t('record.erased') })}
                >
                  {t('people.end')}
                </Link>
              ),
          },
        ]
      : []),
  ];
  return <Table caption={caption} columns={columns} rows={rows} keyOf={({ id }) => id} />;
}

/** The last day it held; one taken back on its first day held on none. */
function LastDay({ from, to }: Pick<Row, 'from' | 'to'>) {
  const t = useTranslations('digital-models.people');
  const locale = useLocale() as Locale;
  if (!to) return <>{t('now')}</>;
  return <>{from === to ? t('takenBack') : formatDay(locale, lastDayBefore(to))}</>;
}

/** The household she lives in; where none is on record, the way to write it down. */
function HouseholdOf({
  row: { personId, name, household },
  path,
  changes,
}: {
  row: Row;
  path: string;
  changes: boolean;
}) {
  const t = useTranslations('digital-models');
  const link = 'inline-flex min-h-11 items-center';
  if (household) {
    const words = household.name ?? t('members.householdOf', { name: household.headName ?? t('record.erased') });
    if (!changes) return <>{words}</>;
    return (
      <Link href={`${path}/${household.householdId}`} className={link}>
        {words}
      </Link>
    );
  }
  if (!changes) return <>{t('members.noHousehold')}</>;
  return (
    <>
      {t('members.noHousehold')}{' '}
      <Link
        href={`${path}/new?${new URLSearchParams({ head: personId, q: name ?? '' })}`}
        className={link}
        aria-label={t('members.giveHouseholdOf', { name: name ?? t('record.erased') })}
      >
        {t('members.giveHousehold')}
      </Link>
    </>
  );
}
