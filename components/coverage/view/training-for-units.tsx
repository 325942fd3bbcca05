import { useTranslations } from 'next-intl';
import { ModelMark } from '@/components/charts/model-mark';
import { Icon } from '@/components/ui/icon';
import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/tables/table';
import type { CoverageLevel, MissingPart, UnitGap } from '@/domain/coverage/coverage';
import { tickedFirst } from '@/domain/coverage/view/lacking';
import { keepTogether } from '@/i18n/compounds';
import { TickedCount } from './ticked-count';

/** As many as one looks through beside a map; the matrix has all of them. */
const SHOWN_MAX = 12;

type TrainingProps = {
  gaps: readonly UnitGap[];
  level: CoverageLevel;
  communeId: string;
  matrixHref: string;
};

/** The units that lack something, each to be ticked, and a class for those: a plain form that leads to the plan of a session. */
export function TrainingForUnits({ gaps, level, communeId, matrixHref }: TrainingProps) {
  const t = useTranslations('coverage.view.place');
  const shown = gaps.slice(0, SHOWN_MAX);
  const hers = shown.filter(({ mayTrain }) => mayTrain);
  const ticked = tickedFirst(hers);
  return (
    <form action={`/admin/coverage/${communeId}/train`} method="get">
      <GapRows gaps={shown} level={level} ticked={ticked} />
      {gaps.length > shown.length && (
        <p className="mt-2">
          <Link href={matrixHref}>{t('rest', { count: gaps.length - shown.length, level })}</Link>
        </p>
      )}
      {hers.length > 0 && (
        <button type="submit" className="button primary mt-4 w-full">
          <Icon name="calendar" />
          <TickedCount
            ticked={ticked.length}
            words={{ some: t.raw(`train.${level}`) as string, none: t('trainNone'), one: t(`trainOne.${level}`) }}
          />
        </button>
      )}
    </form>
  );
}

type RowsProps = { gaps: readonly UnitGap[]; level: CoverageLevel; ticked: readonly string[] };

function GapRows({ gaps, level, ticked }: RowsProps) {
  const t = useTranslations('coverage');
  const mark = (part: MissingPart) => (gap: UnitGap) => (
    <ModelMark
      state={
        gap.missing.includes(part) || (part === 'family' && gap.missing.includes('households')) ? 'none' : 'active'
      }
    />
  );
  return (
    <Table
      caption={t('view.place.caption')}
      lines
      rows={gaps}
      keyOf={({ unitId }) => unitId}
      mark={({ missing }) => (missing.length > 1 ? 'gap' : undefined)}
      columns={[
        {
          label: t(`levels.${level}`),
          kind: 'title',
          cell: (gap) => <UnitChoice gap={gap} ticked={gap.mayTrain ? ticked.includes(gap.unitId) : null} />,
        },
        { label: t('commune.family'), kind: 'mark', cell: mark('family') },
        {
          label: t('commune.pair'),
          kind: 'mark',
          cell: (gap) => (
            <>
              {mark('pair')(gap)}
              {gap.missing.includes('tie') && <small>{t('view.place.untied')}</small>}
            </>
          ),
        },
      ]}
    />
  );
}

function UnitChoice({ gap, ticked }: { gap: UnitGap; ticked: boolean | null }) {
  const name = (
    <span>
      {keepTogether(gap.name)}
      {gap.parentName && <small className="block font-normal text-ink-2">{keepTogether(gap.parentName)}</small>}
    </span>
  );
  if (ticked === null) return name;
  return (
    <label className="choice items-center">
      <input type="checkbox" name="units" value={gap.unitId} defaultChecked={ticked} />
      {name}
    </label>
  );
}
