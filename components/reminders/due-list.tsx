import { useTranslations } from 'next-intl';
import { FoldedRest } from '@/components/ui/panels/fold';
import type { Due } from '@/domain/reminders/reminder';
import { dueIn } from './part-words';

/** As many as one reads at a glance. */
const FIRST = 3;

/** Units with what they lack; of many the first ones, the others behind how many there are. */
export function DueList({ due }: { due: readonly Due[] }) {
  const t = useTranslations('reminders');
  const rest = due.slice(FIRST);
  return (
    <>
      <Lines due={due.slice(0, FIRST)} />
      {rest.length > 0 && (
        <FoldedRest summary={t('asked.rest', { count: rest.length })}>
          <Lines due={rest} />
        </FoldedRest>
      )}
    </>
  );
}

function Lines({ due }: { due: readonly Due[] }) {
  const words = { t: useTranslations('reminders'), missing: useTranslations('coverage.missing') };
  return (
    <ul>
      {due.map((each) => (
        <li key={each.unitId}>{dueIn(words, each)}</li>
      ))}
    </ul>
  );
}
