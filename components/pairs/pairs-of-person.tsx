import { useTranslations } from 'next-intl';
import { fullPlace } from '@/components/digital-models/people/host-name';
import { Days } from '@/components/people/days';
import { RecordList } from '@/components/people/record-list';
import { DemoMark } from '@/components/ui/demo-mark';
import { Link } from '@/components/ui/link';
import { today } from '@/domain/days/day';
import type { PairRow } from '@/domain/pairs/pair';
import { FamilyName } from './family-name';
import { PairState } from './pair-state';
import { QuietMark } from './quiet/quiet-mark';

type PairsProps = { person: { id: string; demo: boolean }; pairs: readonly PairRow[] };

/** The pairs of a woman on her record, as instructor and as learner. */
export function PairsOfPerson({ person, pairs }: PairsProps) {
  const t = useTranslations('people.record');
  const line = (pair: PairRow) => ({
    key: pair.id,
    what: (
      <>
        <Link href={`/admin/pairs/${pair.id}`}>
          <PairWords personId={person.id} pair={pair} />
        </Link>
        {pair.demo && !person.demo && <DemoMark />}
      </>
    ),
    days: (
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <PairState pair={pair} /> <QuietMark pair={pair} today={today()} /> <Days from={pair.from} to={pair.to} />
      </span>
    ),
    more: (
      <>
        {pair.host && fullPlace(pair.host)}
        {pair.families.map((family) => (
          <span key={family.modelId}>
            ; <FamilyName family={family} today={today()} />
          </span>
        ))}
      </>
    ),
  });
  const ended = (pair: PairRow) => pair.state === 'ended';
  return (
    <RecordList
      id="pairs"
      title={t('pairs')}
      empty={t('noPairs')}
      lines={pairs.filter((pair) => !ended(pair)).map(line)}
      former={pairs.filter(ended).map(line)}
    />
  );
}

/** The pair as seen from one of the two: "Kèm Võ Thị Sáu", "Được Phạm Thị Thảo kèm". */
export function PairWords({ personId, pair }: { personId: string; pair: Pick<PairRow, 'instructor' | 'learner'> }) {
  const t = useTranslations('people.record');
  const erased = useTranslations('pairs.record')('erased');
  return pair.instructor.id === personId
    ? t('guides', { name: pair.learner.name ?? erased })
    : t('guidedBy', { name: pair.instructor.name ?? erased });
}
