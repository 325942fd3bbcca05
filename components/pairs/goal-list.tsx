import { useLocale, useTranslations } from 'next-intl';
import { SelectField } from '@/components/ui/forms/choice-fields';
import { DateField, Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { FormFold } from '@/components/ui/panels/form-fold';
import type { Day } from '@/domain/days/day';
import type { Goal } from '@/domain/pairs/goals/goal';
import type { PairRow } from '@/domain/pairs/pair';
import { learnedLevels } from '@/domain/scales/learned-level';
import { formatDay, formatTypedDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { skillName } from './skill-name';

type GoalListProps = {
  goals: readonly Goal[];
  /** first and last day on which something can have been seen; null where nothing can be marked */
  marking: { from: Day; day: Day; mark: FormAction; remove: FormAction } | null;
};

/** The goals of a pair, each with its level; three big buttons where it may be marked. */
export function GoalList({ goals, marking }: GoalListProps) {
  const t = useTranslations('pairs.goals');
  const locale = useLocale() as Locale;
  if (goals.length === 0) return <p className="text-ink-2">{t(marking ? 'none' : 'noneWas')}</p>;
  return (
    <ul>
      {goals.map((goal) => (
        <li key={goal.id} className="border-rule border-b py-4 first:pt-0">
          <h3>{skillName(locale, goal)}</h3>
          <p className="mb-2 text-ink-2">
            {goal.level && goal.markedOn
              ? t('markedOn', { level: t(`levels.${goal.level}`), day: formatDay(locale, goal.markedOn) })
              : t('noLevel')}
          </p>
          {marking && <Levels goal={goal} {...marking} />}
        </li>
      ))}
    </ul>
  );
}

/** Sets a level: what is tapped shall stand there, however often it is tapped. */
function Levels({ goal, from, day, mark, remove }: { goal: Goal } & NonNullable<GoalListProps['marking']>) {
  const t = useTranslations('pairs.goals');
  const locale = useLocale() as Locale;
  return (
    <>
      <Form action={mark} concept="pairs">
        <HiddenField name="goalId" value={goal.id} />
        <HiddenField name="version" value={goal.version} />
        <div className="grid gap-2 sm:grid-cols-3">
          {learnedLevels.map((each) => (
            <SubmitButton
              key={each}
              name="level"
              value={each}
              variant={goal.level === each ? 'primary' : 'secondary'}
              {...(goal.level === each ? { icon: 'check' as const } : {})}
            >
              {t(`levels.${each}`)}
            </SubmitButton>
          ))}
        </div>
        <FormFold summary={t('otherDay')} fields={['day']} usual={{ day: formatTypedDay(locale, day) }}>
          <DateField name="day" label={t('day')} defaultValue={day} min={from} max={day} />
          {goal.level && (
            <SubmitButton name="level" value="" variant="text" compact>
              {t('clear')}
            </SubmitButton>
          )}
        </FormFold>
      </Form>
      {!goal.level && (
        <Form action={remove} concept="pairs">
          <HiddenField name="goalId" value={goal.id} />
          <SubmitButton variant="text" compact icon="cross">
            {t('remove')}
          </SubmitButton>
        </Form>
      )}
    </>
  );
}

type AddGoalFormProps = {
  action: FormAction;
  pair: PairRow;
  /** skills that are no goals of the pair yet */
  skills: readonly { id: string; nameVi: string; nameEn: string }[];
};

export function AddGoalForm({ action, pair, skills }: AddGoalFormProps) {
  const t = useTranslations('pairs.goals');
  const locale = useLocale() as Locale;
  return (
    <Form action={action} concept="pairs" className="mt-5">
      <HiddenField name="pairId" value={pair.id} />
      <SelectField
        name="skillId"
        label={t('skill')}
        options={skills.map((skill) => ({ value: skill.id, label: skillName(locale, skill) }))}
      />
      <SubmitButton variant="secondary" compact icon="plus">
        {t('add')}
      </SubmitButton>
    </Form>
  );
}
