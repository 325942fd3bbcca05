import { useTranslations } from 'next-intl';
import { RadioGroup } from '@/components/ui/forms/choice-fields';
import { HiddenField } from '@/components/ui/forms/form';
import type { ShownCrossing, ShownCrossings } from '@/domain/merging/requests/merge-crossings';
import { useCrossingDays } from './crossing-days';

/** Which of two opposite pairs with the same woman stands, wherever two records become one. Nothing is preselected. */
export function CrossingChoices({ crossings: { each, mark } }: { crossings: ShownCrossings }) {
  if (each.length === 0) return null;
  return (
    <>
      <HiddenField name="crossings" value={mark} />
      {each.map((crossing) => (
        <CrossingChoice key={crossing.thirdId} crossing={crossing} />
      ))}
    </>
  );
}

/** A pair that the viewer may not see says no more than that it is elsewhere. */
function CrossingChoice({ crossing }: { crossing: ShownCrossing }) {
  const t = useTranslations('merging.merge.crossing');
  const days = useCrossingDays();
  const name = crossing.third ?? t('somebody');
  const option = (value: 'guided' | 'learned') => {
    const [own, lost] = [crossing[value], crossing.lost[value]];
    return {
      value,
      label: t(value, { name, days: own ? days(own) : t('elsewhere') }),
      hint: lost ? t(own ? 'lost' : 'lostHere', { days: days(lost) }) : t('lostElsewhere'),
    };
  };
  const isWhole = crossing.guided && crossing.learned;
  return (
    <RadioGroup
      name={`standing[${crossing.thirdId}]`}
      label={t('label', { name })}
      hint={isWhole ? t('hint') : t('hintElsewhere')}
      options={[option('guided'), option('learned')]}
    />
  );
}
