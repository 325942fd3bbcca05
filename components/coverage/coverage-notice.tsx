import { useLocale, useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { FocusHere } from '@/components/ui/panels/focus-here';
import type { UnitGap } from '@/domain/coverage/coverage';
import type { MovedUnit } from '@/domain/coverage/moves/move';
import type { UnitCoverage } from '@/domain/coverage/unit-coverage';
import { lastDayBefore } from '@/domain/days/ending';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { GapDeed, type MatrixDeeds } from './matrix/gap-deed';

type NoticeProps = { coverage: UnitCoverage; deeds?: MatrixDeeds };

/** After something was recorded: what it moved in its unit, in its commune and elsewhere, and the gap to mend next with its deed. */
export function CoverageNotice({ coverage, deeds }: NoticeProps) {
  const t = useTranslations('coverage.ofUnit');
  const missing = useTranslations('coverage.missing');
  const locale = useLocale() as Locale;
  const { name, level, covered, commune, gap, next, others } = coverage;
  const lacks = ({ missing: parts }: UnitGap) => parts.map((part) => missing(part)).join(', ');
  return (
    <FocusHere id="moved" of={`${name} ${commune.covered} ${gap?.missing.join(' ')}`}>
      <Notice
        tone={covered ? 'done' : 'information'}
        title={t(titleOf(coverage), { name, day: dayOf(coverage, locale) })}
        action={next?.remedy && <GapDeed gap={next} deeds={deeds} />}
      >
        {gap && lacks(gap)}
        <Figure level={level} commune={commune} />
        <Others others={others} shown={{ level, commune }} />
        {next && next !== gap && (
          <span className="block">
            {t('next', { name: next.parentName ? `${next.name}, ${next.parentName}` : next.name, lacks: lacks(next) })}
          </span>
        )}
        {covered && commune.covered === commune.units && <span className="block">{t(`all.${level}`)}</span>}
      </Notice>
    </FocusHere>
  );
}

type Turned = Pick<UnitCoverage, 'covered' | 'moved' | 'turns'>;

/** How a unit stands, and whether that came of what was recorded. */
function titleOf({ covered, moved, turns }: Turned) {
  if (turns) return covered ? 'untilThen' : 'fromThen';
  if (moved === 'gained' || moved === 'lost') return moved;
  if (moved === null) return covered ? 'covered' : 'missing';
  return covered ? 'asBefore' : 'missingAsBefore';
}

/** A day on which it begins to count, or the last one on which it counts. */
const dayOf = ({ covered, turns }: Turned, locale: Locale) =>
  turns ? formatDay(locale, covered ? lastDayBefore(turns) : turns) : '';

type FigureProps = Pick<MovedUnit, 'level' | 'commune'>;

/** How many of a level are covered in a commune: now, or from how many to how many. */
function Figure({ level, commune: { name, before, covered, units } }: FigureProps) {
  const t = useTranslations('coverage.ofUnit');
  return (
    <span className="block tabular-nums">
      {before === covered
        ? t(`commune.${level}`, { name, covered, units })
        : t(`moved.${level}`, { name, before, covered, units })}
    </span>
  );
}

/** Other units that the same deed moved, each figure once. */
function Others({ others, shown }: { others: readonly MovedUnit[]; shown: FigureProps }) {
  const t = useTranslations('coverage.ofUnit');
  const locale = useLocale() as Locale;
  const keyOf = ({ level, commune }: FigureProps) => `${level} ${commune.id}`;
  const figures = new Map(others.map((unit) => [keyOf(unit), unit]));
  figures.delete(keyOf(shown));
  return (
    <>
      {others.map((unit) => (
        <span key={unit.unitId} className="block">
          {t(`other.${titleOf({ ...unit, moved: unit.way })}`, {
            name: unit.parentName ? `${unit.name}, ${unit.parentName}` : unit.name,
            day: dayOf({ ...unit, moved: unit.way }, locale),
          })}
        </span>
      ))}
      {[...figures.values()].map((unit) => (
        <Figure key={keyOf(unit)} level={unit.level} commune={unit.commune} />
      ))}
    </>
  );
}
