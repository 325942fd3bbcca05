import { useLocale, useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
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
      <HearingNotice preview={preview} />
      <CommunesTable rows={preview.communes} />
    </>
  );
}

/** What becomes of being heard where a silent commune and one that is heard become one, with the shares of the day before and after. */
function HearingNotice({ preview: { hearing, communes, from } }: { preview: Preview }) {
  const t = useTranslations('units.preview.hearing');
  const locale = useLocale() as Locale;
  if (!hearing) return null;
  const shares = communes.filter(
    ({ communeId, day, after }) => communeId === hearing.communeId && day === from && after,
  );
  const words = {
    name: hearing.name,
    day: formatDay(locale, from),
    subAssociations: hearing.units.sub_association,
    groups: hearing.units.group,
  };
  return (
    <Notice
      tone={hearing.kind === 'falls-silent' ? 'problem' : 'information'}
      title={t(`${hearing.kind}.title`, words)}
    >
      <p>{t(`${hearing.kind}.text`, words)}</p>
      {hearing.kind === 'goes-on' && (
        <ul className="list-disc pl-6">
          {shares.map(({ level, before, after }) => (
            <li key={level}>
              {t(`share.${level}`, {
                before: `${before?.state === 'not_reported' ? '–' : formatNumber(locale, before?.covered ?? 0)}/${formatNumber(locale, before?.units ?? 0)}`,
                after: `${formatNumber(locale, after?.covered ?? 0)}/${formatNumber(locale, after?.units ?? 0)}`,
              })}
            </li>
          ))}
        </ul>
      )}
    </Notice>
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

/** The same of what is covered: of a silent commune it is not known. */
function BothCovered({ before, after }: Pick<CommuneLine, 'before' | 'after'>) {
  const t = useTranslations('coverage.states');
  const known = (state: CommuneLine['before']) => (state?.state === 'not_reported' ? null : (state?.covered ?? null));
  const silent = [before, after].some((state) => state?.state === 'not_reported');
  const isKnown = known(before) !== null || known(after) !== null;
  return (
    <>
      {(isKnown || !silent) && <Both before={known(before)} after={known(after)} />}
      {silent && <small className="block text-ink-2">{t('not_reported')}</small>}
    </>
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
      cell: ({ before, after }) => <BothCovered before={before} after={after} />,
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
