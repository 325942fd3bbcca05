import { useLocale, useTranslations } from 'next-intl';
import { type Column, Table } from '@/components/ui/tables/table';
import type { CommuneLine, Moved, Preview, UnitFigures, UnitLine } from '@/domain/units/restructuring/preview';
import { formatDay, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** The figures of a preview: units, coverage of their communes, and what goes over. */
export function PreviewFigures({ preview }: { preview: Preview }) {
  const t = useTranslations('units.preview');
  return (
    <>
      <h2 className="mb-3">{t('units')}</h2>
      <UnitsTable units={preview.units} />
      <h2 className="mt-10 mb-3">{t('moved')}</h2>
      <MovedList preview={preview} />
      <h2 className="mt-10 mb-3">{t('communes')}</h2>
      <CommunesTable rows={preview.communes} />
    </>
  );
}

/** "12 → 0", said once where nothing changes. */
function Both({ before, after }: { before: number | null | undefined; after: number | null | undefined }) {
  const t = useTranslations('units.preview');
  const locale = useLocale() as Locale;
  const word = (value: number | null | undefined) =>
    value === null || value === undefined ? t('none') : formatNumber(locale, value);
  if (before === after) return <>{word(before)}</>;
  return <b className="whitespace-nowrap">{t('beforeAfter', { before: word(before), after: word(after) })}</b>;
}

const counts = ['members', 'households', 'models', 'pairs', 'subUnits'] as const satisfies (keyof UnitFigures)[];

/**
 * A change that is undone, or withdrawn before its day: then nothing is founded or closed, it comes back or was never
 * there.
 */
type Taken = 'undone' | 'withdrawn';

export function UnitsTable({ units, taken }: { units: UnitLine[]; taken?: Taken }) {
  const t = useTranslations('units.preview');
  const columns: Column<UnitLine>[] = [
    { label: t('unit'), kind: 'title', cell: (line) => <UnitName line={line} taken={taken} /> },
    ...counts.map((key) => ({
      label: t(key),
      kind: 'number' as const,
      cell: ({ before, after }: UnitLine) => <Both before={before?.figures[key]} after={after?.figures[key]} />,
    })),
  ];
  return <Table caption={t('units')} columns={columns} rows={units} keyOf={({ unitId }) => unitId} />;
}

/** The name and place of a unit, before and after. */
function UnitName({ line: { level, before, after }, taken }: { line: UnitLine; taken: Taken | undefined }) {
  const t = useTranslations('units');
  const name =
    before && after && before.name !== after.name
      ? t('preview.nameChange', { before: before.name, after: after.name })
      : (after ?? before)?.name;
  const kind = (value: typeof before) => (value?.kind ? t(`kinds.${value.kind}`) : t('preview.none'));
  const changes = [
    !before && t(taken ? `preview.back.${taken}` : 'preview.new'),
    !before && after?.code && t('record.code', { code: after.code }),
    !before && !taken && level === 'commune' && !after?.code && t('record.noCode'),
    !after && t(taken ? `preview.never.${taken}` : 'preview.ends'),
    before &&
      after &&
      before.place !== after.place &&
      t('preview.placeChange', { before: before.place, after: after.place }),
    before &&
      after &&
      before.kind !== after.kind &&
      t('preview.kindChange', { before: kind(before), after: kind(after) }),
  ].filter(Boolean);
  return (
    <span>
      {name}
      <small className="block font-normal text-ink-2">{(after ?? before)?.place}</small>
      {changes.map((change) => (
        <strong key={String(change)} className="block font-semibold text-lotus text-sm">
          {change}
        </strong>
      ))}
    </span>
  );
}

function MovedList({ preview: { moved, countedOnce } }: { preview: Preview }) {
  const t = useTranslations('units.preview');
  const keys = (Object.keys(moved) as (keyof Moved)[]).filter((key) => moved[key] > 0);
  if (keys.length === 0) return <p>{t('movedNone')}</p>;
  return (
    <ul className="list-disc pl-6">
      {keys.map((key) => (
        <li key={key}>{t(`movedKeys.${key}`, { count: moved[key] })}</li>
      ))}
      {countedOnce > 0 && <li>{t('countedOnce', { count: countedOnce })}</li>}
    </ul>
  );
}

export function CommunesTable({ rows }: { rows: CommuneLine[] }) {
  const t = useTranslations('units.preview');
  const locale = useLocale() as Locale;
  const differs = ({ before, after }: CommuneLine) => JSON.stringify(before) !== JSON.stringify(after);
  const columns: Column<CommuneLine>[] = [
    { label: t('commune'), kind: 'title', cell: ({ name }) => name },
    { label: t('level'), cell: ({ level }) => t(`levelsLower.${level}`) },
    { label: t('day'), cell: ({ day }) => formatDay(locale, day) },
    {
      label: t('unitsCount'),
      kind: 'number',
      cell: ({ before, after }) => <Both before={before?.units} after={after?.units} />,
    },
    {
      label: t('coveredCount'),
      kind: 'number',
      cell: ({ before, after }) => <Both before={before?.covered} after={after?.covered} />,
    },
  ];
  return (
    <>
      {!rows.some(differs) && <p className="mb-2">{t('unchanged')}</p>}
      <Table
        caption={t('communes')}
        columns={columns}
        rows={rows}
        keyOf={({ communeId, level, day }) => `${communeId} ${level} ${day}`}
      />
    </>
  );
}
