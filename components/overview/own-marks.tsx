import { useTranslations } from 'next-intl';
import { ModelMark } from '@/components/charts/model-mark';
import { Badge } from '@/components/ui/badge';
import { percentOf } from '@/domain/coverage/coverage';
import type { MatrixRow, MatrixUnit } from '@/domain/coverage/matrix/matrix';
import { CombFigure } from './comb-figure';
import { withoutLevel } from './task-words';

type OwnProps = { unit: MatrixUnit; row: MatrixRow };

/** What her own sub-association or group has of what counts, and how many of its groups have all of it. */
export function OwnMarks({ unit, row }: OwnProps) {
  const t = useTranslations('overview.figures');
  const matrix = useTranslations('coverage.matrix');
  const groups = unit.unitId === row.unitId ? row.groups.length : 0;
  const marks = [
    ['family', unit.family],
    ['pair', unit.pair],
    ['tie', unit.tied ? 'active' : 'none'],
  ] as const;
  return (
    <>
      <section>
        <h2 className="mb-2">{withoutLevel(unit.name)}</h2>
        <p className="mb-3">
          <Badge tone={unit.covered ? 'done' : 'waiting'}>{t(unit.covered ? 'met' : 'unmet')}</Badge>
        </p>
        <dl className="grid gap-1">
          {marks.map(([part, state]) => (
            <div key={part} className="flex flex-wrap items-center justify-between gap-x-4 border-rule border-t py-1.5">
              <dt>{matrix(part)}</dt>
              <dd>{part === 'tie' ? <Tie tied={unit.tied} /> : <ModelMark state={state} worded />}</dd>
            </div>
          ))}
        </dl>
      </section>
      {groups > 0 && (
        <CombFigure
          level="group"
          title={t('groupsOf', { place: withoutLevel(unit.name) })}
          now={{ units: groups, covered: row.groupsCovered, percent: percentOf(row.groupsCovered, groups) }}
        />
      )}
    </>
  );
}

function Tie({ tied }: { tied: boolean }) {
  const t = useTranslations('coverage.matrix');
  return t(tied ? 'tied' : 'untied');
}
