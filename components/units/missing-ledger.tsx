import { useTranslations } from 'next-intl';
import { GapDeed, type MatrixDeeds } from '@/components/coverage/matrix/gap-deed';
import { MoreLink } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Link } from '@/components/ui/link';
import { Ledger, type LedgerEntry } from '@/components/ui/tables/ledger';
import type { MissingPart, UnitGap } from '@/domain/coverage/coverage';
import { remedyFor } from '@/domain/coverage/remedy';
import type { UnitRecord } from '@/domain/units/tree';

/** More than these are read on the page of gaps. */
const SHOWN_MAX = 8;

type MissingProps = {
  unit: UnitRecord;
  gaps: UnitGap[];
  all: string;
  /** done by one tap, and back here */
  deeds: MatrixDeeds;
};

type Gap = { gap: UnitGap; part: MissingPart };

const signs = {
  family: 'digital_family',
  households: 'digital_family',
  pair: 'one_plus_one_instructor',
  tie: 'one_plus_one_instructor',
} as const;

/** A group is called together with its sub-association, unless that is the unit at hand. */
const placeOf = ({ name, subAssociationId, parentName }: UnitGap, unit: UnitRecord) =>
  parentName && subAssociationId !== unit.id ? `${name}, ${parentName}` : name;

/** Each condition of coverage that is not met, why, and the one button that mends it. */
export function MissingLedger({ unit, gaps, all, deeds }: MissingProps) {
  const t = useTranslations('units.record');
  const coverage = useTranslations('coverage');
  const because = (reason: string) =>
    coverage.has(`because.${reason}` as 'title') ? coverage(`because.${reason}` as 'title') : reason;
  const mend = (gap: UnitGap, part: MissingPart) => {
    const remedy = remedyFor(gap, part);
    return remedy && { ...gap, remedy };
  };
  const missing: Gap[] = gaps.flatMap((gap) => gap.missing.map((part) => ({ gap, part })));
  if (missing.length === 0) return null;

  const reasonsOf = ({ gap, part }: Gap) =>
    gap.because.filter((reason) => reason.startsWith('family') === (part === 'family')).map(because);
  const entries: LedgerEntry[] = missing.slice(0, SHOWN_MAX).map((each, at) => {
    const mends = mend(each.gap, each.part);
    const own = each.gap.unitId === unit.id;
    const where = [
      own ? null : t('inUnit', { name: placeOf(each.gap, unit) }),
      ...(each.part === 'family' || each.part === 'pair' ? reasonsOf(each) : []),
    ];
    return {
      key: `${each.gap.unitId} ${each.part}`,
      count: <Icon name={signs[each.part]} size={34} />,
      what: coverage(`missing.${each.part}`),
      where: where.filter(Boolean).join(' · '),
      ...(mends && { action: <GapDeed gap={mends} deeds={deeds} primary={at === 0} long /> }),
    };
  });
  return (
    <>
      <Ledger title={t('missing')} note={t('missingNote', { count: missing.length })} entries={entries} />
      {missing.length > SHOWN_MAX && (
        <p className="mt-2">
          <MoreLink as={Link} href={all}>
            {t('allGaps')}
          </MoreLink>
        </p>
      )}
    </>
  );
}
