import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { FocusHere } from '@/components/ui/panels/focus-here';
import type { UnitGap } from '@/domain/coverage/coverage';
import type { UnitCoverage } from '@/domain/coverage/unit-coverage';
import { GapDeed, type MatrixDeeds } from './matrix/gap-deed';

type NoticeProps = { coverage: UnitCoverage; deeds?: MatrixDeeds };

/** After something was recorded: what it moved in its unit and in its commune, and the gap to mend next with its deed. */
export function CoverageNotice({ coverage, deeds }: NoticeProps) {
  const t = useTranslations('coverage.ofUnit');
  const missing = useTranslations('coverage.missing');
  const { name, level, covered, gained, lost, commune, gap, next } = coverage;
  const { covered: now, units } = commune;
  const before = gained ? now - 1 : lost ? now + 1 : null;
  const figure =
    before === null
      ? t(`commune.${level}`, { name: commune.name, covered: now, units })
      : t(`moved.${level}`, { name: commune.name, before, covered: now, units });
  const lacks = ({ missing: parts }: UnitGap) => parts.map((part) => missing(part)).join(', ');
  return (
    <FocusHere id="moved" of={`${name} ${now} ${gap?.missing.join(' ')}`}>
      <Notice
        tone={covered ? 'done' : 'information'}
        title={t(covered ? came(gained) : lost ? 'lost' : 'missing', { name })}
        action={next?.remedy && <GapDeed gap={next} deeds={deeds} />}
      >
        {gap && lacks(gap)}
        <span className="block tabular-nums">{figure}</span>
        {next && next !== gap && (
          <span className="block">
            {t('next', { name: next.parentName ? `${next.name}, ${next.parentName}` : next.name, lacks: lacks(next) })}
          </span>
        )}
        {covered && now === units && <span className="block">{t(`all.${level}`)}</span>}
      </Notice>
    </FocusHere>
  );
}

/** How a unit came to count: by what was recorded, without it, or nothing is known of that. */
const came = (gained: boolean | null) => (gained === null ? 'covered' : gained ? 'gained' : 'asBefore');
