import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Link } from '@/components/ui/link';
import { type Column, Table } from '@/components/ui/tables/table';
import type { Day } from '@/domain/days/day';
import type { UnitRow } from '@/domain/units/tree';
import { keepTogether } from '@/i18n/compounds';
import { formatDay, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type UnitTableProps = {
  units: UnitRow[];
  today: Day;
  /** the list of what lies below a unit */
  belowOf: (row: UnitRow) => string;
  /** all directly below one unit, which then goes without saying */
  within?: boolean;
};

/** Units in rows, by what they differ in: where they belong, what lies below. What holds for all of them is said once. */
export function UnitTable({ units, today, belowOf, within = false }: UnitTableProps) {
  const t = useTranslations('units');
  const [first] = units;
  const areOneKind =
    units.length > 1 && units.every(({ level, kind }) => level === first?.level && kind === first?.kind);
  const standAll = units.every((row) => standsOn(row, today));
  const columns: Column<UnitRow>[] = [
    { label: t('list.name'), kind: 'title', cell: (row) => <Name row={row} /> },
    ...(areOneKind
      ? []
      : [
          {
            label: t('list.levelName'),
            cell: ({ level, kind }: UnitRow) => <LevelName level={level} kind={kind} />,
          },
        ]),
    ...(within ? [] : [{ label: t('list.place'), cell: ({ place }: UnitRow) => place || '–' }]),
    ...(units.every(({ level }) => level === 'group')
      ? []
      : [{ label: t('list.below'), cell: (row: UnitRow) => <Below row={row} href={belowOf(row)} /> }]),
    ...(standAll
      ? []
      : [
          {
            label: t('list.state'),
            cell: (row: UnitRow) => (standsOn(row, today) ? null : <UnitState {...row} today={today} />),
          },
        ]),
  ];
  return (
    <>
      {first && areOneKind && (
        <p className="mb-2 text-ink-2">
          {t.rich(standAll ? 'list.alike' : 'list.oneKind', {
            kind: () => <LevelName level={first.level} kind={first.kind} />,
          })}
        </p>
      )}
      <Table caption={t('list.caption')} lines columns={columns} rows={units} keyOf={({ unitId }) => unitId} />
    </>
  );
}

/** Whether a unit is as units usually are: it stands, and nothing says that it will end. */
const standsOn = ({ opened, closed }: Pick<UnitRow, 'opened' | 'closed'>, day: Day) => opened <= day && !closed;

function Name({ row: { unitId, name, former } }: { row: UnitRow }) {
  const t = useTranslations('units.list');
  const locale = useLocale() as Locale;
  return (
    <span>
      <Link href={`/admin/units/${unitId}`}>{keepTogether(name)}</Link>
      {former && (
        <small className="block font-normal text-ink-2">
          {t('former', { name: former.name, day: formatDay(locale, former.until) })}
        </small>
      )}
    </span>
  );
}

/** "Chi hội (khu phố)"; of a commune only its kind: it is a ward or it is a commune. */
export function LevelName({ level, kind }: Pick<UnitRow, 'level' | 'kind'>) {
  const t = useTranslations('units');
  if (!kind || level === 'group') return <>{t(`levels.${level}`)}</>;
  if (level === 'commune' || level === 'province')
    return <span className="inline-block first-letter:uppercase">{t(`kinds.${kind}`)}</span>;
  return (
    <span>
      {t(`levels.${level}`)} <span className="text-ink-2">({t(`kinds.${kind}`)})</span>
    </span>
  );
}

function Below({ row: { level, subUnits, name }, href }: { row: UnitRow; href: string }) {
  const t = useTranslations('units.list');
  const locale = useLocale() as Locale;
  if (level === 'group' || subUnits === 0) return <span className="text-ink-2">–</span>;
  return (
    <Link href={href} aria-label={`${t('in', { name })}: ${formatNumber(locale, subUnits)}`}>
      {t('belowCount', { count: subUnits })}
    </Link>
  );
}

type StateProps = { opened: Day; closed: Day | null; today: Day };

/** Whether the unit stands, is about to, or is no more. */
export function UnitState({ opened, closed, today }: StateProps) {
  const t = useTranslations('units.list');
  const locale = useLocale() as Locale;
  if (closed && closed <= today)
    return <Badge tone="plain">{t('wasClosed', { day: formatDay(locale, closed) })}</Badge>;
  if (closed) return <Badge tone="waiting">{t('closes', { day: formatDay(locale, closed) })}</Badge>;
  if (opened > today) return <Badge tone="waiting">{t('opens', { day: formatDay(locale, opened) })}</Badge>;
  return <Badge tone="done">{t('open')}</Badge>;
}
