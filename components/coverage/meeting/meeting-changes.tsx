import { useTranslations } from 'next-intl';
import type { CoverageChange, UnitChange, UnitChanges } from '@/domain/coverage/changes/change';
import { type CommuneCoverage, type CoverageLevel, totalOf } from '@/domain/coverage/coverage';
import type { MeetingFacts } from '@/domain/coverage/meeting/meeting';
import type { Day } from '@/domain/days/day';
import { type ModelKind, modelKinds } from '@/domain/digital-models/digital-model';
import { formatNumber, formatPercent } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { placeName } from '../coverage-table';
import { Lines, Part } from './part';

export type LevelOfMeeting = {
  level: CoverageLevel;
  rows: readonly CommuneCoverage[];
  changes: { total: CoverageChange };
};

export type ChangedInMonth = {
  subAssociations: UnitChanges;
  groups: UnitChanges;
  facts: MeetingFacts;
};

type ChangesProps = {
  locale: Locale;
  day: Day;
  levels: readonly LevelOfMeeting[];
  /** null of the first month: there is nothing to compare it with */
  changed: ChangedInMonth | null;
  models: readonly { day: Day; kind: ModelKind; active: number }[];
  heard: Record<'began' | 'fellSilent' | 'silent', readonly CommuneCoverage[]>;
  targets: readonly CommuneCoverage[];
};

/** As many as a sheet of paper bears of one kind. */
const NAMED = 8;

/** What changed since the month before: the shares, who gained and who lost and why, models and pairs, units, targets, silent places. */
export function MeetingChanges({ locale, day, levels, changed, models, heard, targets }: ChangesProps) {
  return (
    <>
      <Shares locale={locale} levels={levels} />
      {changed && (
        <>
          <div className="meeting-columns">
            <Moved locale={locale} changed={changed} way="gained" />
            <Moved locale={locale} changed={changed} way="lost" />
          </div>
          <div className="meeting-columns">
            <ModelsAndPairs locale={locale} day={day} models={models} facts={changed.facts} />
            <Others facts={changed.facts} heard={heard} targets={targets} />
          </div>
        </>
      )}
    </>
  );
}

function Shares({ locale, levels }: Pick<ChangesProps, 'locale' | 'levels'>) {
  const t = useTranslations('coverage.meeting');
  const ways = useTranslations('coverage.changes.ways');
  const count = (value: number) => formatNumber(locale, value);
  return (
    <ul className="mb-4 text-h3">
      {levels.map(({ level, rows, changes: { total: change } }) => {
        const total = totalOf(rows);
        return (
          <li key={level}>
            {t.rich('figure', {
              level,
              covered: count(total.covered),
              units: count(total.units),
              percent: total.percent === null ? '–' : formatPercent(locale, total.percent),
              change: ways(change.way, { points: count(Math.abs(change.points ?? 0)) }),
              b: (words) => <b>{words}</b>,
            })}
          </li>
        );
      })}
    </ul>
  );
}

type MovedProps = { locale: Locale; changed: ChangedInMonth; way: 'gained' | 'lost' };

/** Units that came, or that went, with why; sub-associations before groups. */
function Moved({ locale, changed: { subAssociations, groups }, way }: MovedProps) {
  const t = useTranslations('coverage.meeting');
  const why = useTranslations('coverage.changes');
  const all = subAssociations[way] + groups[way];
  const isHere = ({ covered }: UnitChange) => covered === (way === 'gained');
  const named = [...subAssociations.units, ...groups.units].filter(isHere).slice(0, NAMED);
  const placeOf = ({ name, subAssociationName, communeName }: UnitChange) =>
    [name, subAssociationName, communeName].filter(Boolean).join(', ');
  return (
    <Part title={t(way, { count: all })}>
      {all > 0 && (
        <p className="text-ink-2 text-sm">
          {t('levels', {
            subAssociations: formatNumber(locale, subAssociations[way]),
            groups: formatNumber(locale, groups[way]),
          })}
        </p>
      )}
      <Lines
        lines={named.map((unit) =>
          t('one', {
            name: placeOf(unit),
            why: unit.reasons.map((reason) => why(`${way === 'gained' ? 'came' : 'went'}.${reason}`)).join(', '),
          }),
        )}
        more={all - named.length}
      />
    </Part>
  );
}

type ModelsProps = Pick<ChangesProps, 'locale' | 'day' | 'models'> & { facts: ChangedInMonth['facts'] };

/** How many models of each kind and pairs there are, and how many more or fewer than at the end of the month before. */
function ModelsAndPairs({ locale, day, models, facts: { pairs, pairsBefore } }: ModelsProps) {
  const t = useTranslations('coverage.meeting');
  const kinds = useTranslations('digital-models.kind');
  const active = (kind: ModelKind, of: 'now' | 'before') =>
    models.find((each) => each.kind === kind && (each.day === day) === (of === 'now'))?.active ?? 0;
  const counted = (now: number, before: number) => {
    const change = now - before;
    const sign = change > 0 ? '+' : change < 0 ? '−' : '±';
    return t('counted', {
      now: formatNumber(locale, now),
      change: `${sign}${formatNumber(locale, Math.abs(change))}`,
    });
  };
  return (
    <Part title={t('models')}>
      <dl>
        {modelKinds.map((kind) => (
          <Line key={kind} term={kinds(kind)} value={counted(active(kind, 'now'), active(kind, 'before'))} />
        ))}
        {pairs !== null && <Line term={t('pairs')} value={counted(pairs, pairsBefore ?? 0)} />}
      </dl>
    </Part>
  );
}

const Line = ({ term, value }: { term: string; value: string }) => (
  <div className="flex flex-wrap justify-between gap-x-4 border-rule border-t py-1">
    <dt>{term}</dt>
    <dd className="whitespace-nowrap font-semibold tabular-nums">{value}</dd>
  </div>
);

type OthersProps = Pick<ChangesProps, 'heard' | 'targets'> & { facts: ChangedInMonth['facts'] };

/** Units that were founded or closed, targets that were reached, and who began or ceased to report. */
function Others({ facts: { units, unitCount }, heard, targets }: OthersProps) {
  const t = useTranslations('coverage.meeting');
  const words = useTranslations('coverage');
  const place = (row: CommuneCoverage) => placeName(words, row);
  const parts = [
    {
      key: 'targets' as const,
      count: targets.length,
      lines: targets.map((row) => t('ofLevel', { place: place(row), level: row.level })),
    },
    {
      key: 'unitsMoved' as const,
      count: unitCount,
      lines: units.map(({ name, communeName, way }) => t('one', { name: `${name}, ${communeName}`, why: t(way) })),
    },
    { key: 'began' as const, count: heard.began.length, lines: heard.began.map(place) },
    { key: 'fellSilent' as const, count: heard.fellSilent.length, lines: heard.fellSilent.map(place) },
    { key: 'silent' as const, count: heard.silent.length, lines: heard.silent.map(place) },
  ].filter(({ count }) => count > 0);
  if (parts.length === 0) return null;
  return (
    <div>
      {parts.map(({ key, count, lines }) => (
        <Part key={key} title={t(key, { count })}>
          <Lines lines={lines.slice(0, NAMED)} more={count - Math.min(lines.length, NAMED)} />
        </Part>
      ))}
    </div>
  );
}
