import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from '@/components/ui/link';
import { type Day, today } from '@/domain/days/day';
import { lastDayBefore } from '@/domain/days/ending';
import type { Dated, LineageEntry, UnitLink, UnitRecord } from '@/domain/units/tree';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** The past of a unit: its names, kinds and places, what it came from and went into. */
export function UnitHistory({ unit }: { unit: UnitRecord }) {
  const t = useTranslations('units');
  const locale = useLocale() as Locale;
  return (
    <div className="grid gap-x-8 gap-y-6 md:grid-cols-2">
      <Spans title={t('record.names')} rows={unit.names} draw={(name) => name} />
      <Spans title={t('record.kindsTitle')} rows={unit.kinds} draw={(kind) => t(`kinds.${kind}`)} />
      <Spans title={t('record.places')} rows={unit.places} draw={(place) => <UnitName unit={place} />} />
      {(unit.into.length > 0 || unit.outOf.length > 0) && (
        <History title={t('record.lineage')}>
          {unit.into.map((entry) => (
            <Lineage key={`into ${entry.unit.unitId} ${entry.onDay}`} entry={entry} words={intoWords[entry.kind]} />
          ))}
          {unit.outOf.map((entry) => (
            <Lineage
              key={`from ${entry.unit.unitId} ${entry.onDay}`}
              entry={entry}
              words={entry.kind === 'split_into' ? 'splitFrom' : 'cameFrom'}
            />
          ))}
        </History>
      )}
      {unit.changes.length > 0 && (
        <History title={t('record.changes')}>
          {unit.changes.map(({ id, kind, from, decision, by, mayUndo }) => (
            <li key={id}>
              {t('record.by', { kind: t(`kind.${kind}`), day: formatDay(locale, from), by })}
              {decision && `, ${t('record.decision', { decision })}`}
              {mayUndo && (
                <Link href={`/admin/units/${unit.id}/change/undo/${id}`} className="flex min-h-11 w-fit items-center">
                  {t(from > today() ? 'record.withdraw' : 'record.undo')}
                </Link>
              )}
            </li>
          ))}
        </History>
      )}
    </div>
  );
}

const intoWords = { merged_into: 'wentInto', split_into: 'splitInto', replaced_by: 'replacedBy' } as const;

function History({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-1">{title}</h3>
      <ul className="border-rule border-t [&>li]:border-rule [&>li]:border-b [&>li]:py-2">{children}</ul>
    </section>
  );
}

/** A link where she may open it; names of units are no secret. */
export const UnitName = ({ unit: { unitId, name, seen } }: { unit: UnitLink }) =>
  seen ? <Link href={`/admin/units/${unitId}`}>{name}</Link> : name;

type SpansProps<Value> = { title: string; rows: Dated<Value>[]; draw: (value: Value) => ReactNode };

function Spans<Value>({ title, rows, draw }: SpansProps<Value>) {
  const t = useTranslations('units.record');
  const locale = useLocale() as Locale;
  const days = (from: Day, to: Day | null) =>
    to
      ? t('fromTo', { from: formatDay(locale, from), to: formatDay(locale, lastDayBefore(to)) })
      : t('from', { day: formatDay(locale, from) });
  if (rows.length === 0) return null;
  return (
    <History title={title}>
      {rows.map(({ value, from, to, decision }) => (
        <li key={from}>
          <b>{draw(value)}</b> <span className="text-ink-2">{days(from, to)}</span>
          {decision && <span className="text-ink-2">, {t('decision', { decision })}</span>}
        </li>
      ))}
    </History>
  );
}

type LineageProps = {
  entry: LineageEntry;
  words: 'wentInto' | 'splitInto' | 'replacedBy' | 'cameFrom' | 'splitFrom';
};

function Lineage({ entry: { unit, onDay }, words }: LineageProps) {
  const t = useTranslations('units.record');
  const locale = useLocale() as Locale;
  return (
    <li>
      {t(words)} <UnitName unit={unit} />,{' '}
      <span className="text-ink-2">{t('from', { day: formatDay(locale, onDay) })}</span>
    </li>
  );
}
