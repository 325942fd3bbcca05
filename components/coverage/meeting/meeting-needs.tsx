import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { communeWords } from '@/components/trainings/place-words';
import { Link } from '@/components/ui/link';
import { FoldedRest } from '@/components/ui/panels/fold';
import { type Column, Table } from '@/components/ui/tables/table';
import type { CommuneNeeds, Needs, UnitNeeds } from '@/domain/coverage/meeting/meeting';
import type { Day } from '@/domain/days/day';
import { formatDayOfYear, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { placeName } from '../coverage-table';

/** As many as fit the second sheet of paper; the others are told by their number, and open on the page. */
const FIRST = 22;

type Common = {
  locale: Locale;
  reminded: ReadonlyMap<string, Day>;
  /** where those who answer are reminded; null for who may not */
  remindHref: ((unitIds: string[]) => string) | null;
};

type CommunesProps = Common & {
  communes: readonly CommuneNeeds[];
  hrefOf: (need: CommuneNeeds) => string;
};

/** Communes with what is missing there, how many units are one deed away, and whose move it is. */
export function NeedsOfCommunes({ communes, hrefOf, ...common }: CommunesProps) {
  const t = useTranslations('coverage.meeting');
  const words = useTranslations('coverage');
  const places = useTranslations('trainings');
  const move = ({ row, needs }: CommuneNeeds) =>
    t(needs ? 'communeMove' : 'declareMove', { place: communeWords(places, row) });
  return (
    <NeedsTable
      rows={communes}
      keyOf={({ row }) => row.communeId}
      name={(need) => <Link href={hrefOf(need)}>{placeName(words, need.row)}</Link>}
      needsOf={({ needs }) => needs}
      leftOf={({ needs, left }) => (needs ? left : null)}
      moveOf={move}
      idsOf={({ row }) => [row.communeId]}
      {...common}
    />
  );
}

type UnitsProps = Common & {
  units: readonly UnitNeeds[];
  /** who answers for a sub-association, by her name; null where persons are not hers to see */
  headOf: ((unitId: string) => string) | null;
  hrefOf: (need: UnitNeeds) => string;
};

/** The same of the sub-associations of one commune, with who answers for each. */
export function NeedsOfUnits({ units, headOf, hrefOf, ...common }: UnitsProps) {
  const t = useTranslations('coverage.meeting');
  return (
    <NeedsTable
      rows={units}
      keyOf={({ row }) => row.unitId}
      name={(need) => <Link href={hrefOf(need)}>{need.row.name}</Link>}
      needsOf={({ needs }) => needs}
      leftOf={({ gaps }) => gaps.length}
      moveOf={headOf && (({ row }) => headOf(row.unitId) || t('noHead'))}
      idsOf={({ gaps }) => gaps.map(({ unitId }) => unitId)}
      {...common}
    />
  );
}

type TableProps<Row> = Common & {
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  name: (row: Row) => ReactNode;
  needsOf: (row: Row) => Needs | null;
  leftOf: (row: Row) => number | null;
  moveOf: ((row: Row) => string) | null;
  idsOf: (row: Row) => string[];
};

function NeedsTable<Row>({ rows, ...parts }: TableProps<Row>) {
  const t = useTranslations('coverage.meeting');
  const columns = useColumns(parts);
  if (rows.length === 0) return <p>{t('complete')}</p>;
  const rest = rows.slice(FIRST);
  const table = (shown: readonly Row[], caption: string) => (
    <Table<Row> caption={caption} rows={shown} keyOf={parts.keyOf} columns={columns} lines />
  );
  return (
    <>
      {table(rows.slice(0, FIRST), t('needs'))}
      {rest.length > 0 && (
        <>
          <p className="print-only mt-1 text-sm">{t('rest', { count: rest.length })}</p>
          <FoldedRest summary={t('rest', { count: rest.length })}>
            {table(rest, t('rest', { count: rest.length }))}
          </FoldedRest>
        </>
      )}
    </>
  );
}

function useColumns<Row>({
  locale,
  name,
  needsOf,
  leftOf,
  moveOf,
  idsOf,
  reminded,
  remindHref,
}: Omit<TableProps<Row>, 'rows'>): Column<Row>[] {
  const t = useTranslations('coverage.meeting');
  const reminders = useTranslations('reminders');
  const counted = (value: number | null | undefined) => (value == null ? '–' : formatNumber(locale, value));
  const part = (key: keyof Needs): Column<Row> => ({
    label: t(key),
    kind: 'number',
    cell: (row) => counted(needsOf(row)?.[key]),
  });
  return [
    { label: t('place'), kind: 'title', cell: name },
    { label: t('lacks'), kind: 'number', cell: (row) => <b>{counted(leftOf(row))}</b> },
    part('family'),
    part('pair'),
    part('tie'),
    part('oneDeed'),
    ...(moveOf ? [{ label: t('whose'), cell: moveOf }] : []),
    ...(remindHref
      ? [
          {
            label: <span className="no-print">{reminders('remind')}</span>,
            // what stands there says it
            short: '',
            cell: (row: Row) => {
              const ids = idsOf(row);
              const day = ids.map((id) => reminded.get(id)).find((each) => each !== undefined);
              if (day) return reminders('row', { day: formatDayOfYear(locale, day) });
              return (
                <Link href={remindHref(ids)} className="no-print">
                  {reminders('remind')}
                </Link>
              );
            },
          },
        ]
      : []),
  ];
}
