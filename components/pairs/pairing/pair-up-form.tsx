import { useLocale, useTranslations } from 'next-intl';
import { Words } from '@/components/layout/words';
import { ButtonLink } from '@/components/ui/button';
import { RadioGroup, SelectField } from '@/components/ui/forms/choice-fields';
import { DateField, Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import type { Day } from '@/domain/days/day';
import type { Suggestion, Wish } from '@/domain/pairs/suggestion';
import type { Member } from '@/domain/people/person';
import type { Locale } from '@/i18n/locales';
import { skillName } from '../skill-name';
import { EarlierReason } from './earlier-reason';
import { useWomanWords } from './learner-choice';
import { reasonsInWords } from './suggestion-words';

type PairUpFormProps = {
  action: FormAction;
  unitId: string;
  learnerId: string;
  wish: Wish;
  skills: readonly { id: string; nameVi: string; nameEn: string }[];
  suggestions: readonly Suggestion[];
  /** members found by name, to choose from beside the suggested ones */
  found: readonly Member[];
  /** Digital Families of the unit that a pair can be tied to */
  families: readonly { id: string; name: string }[];
  familyId: string | undefined;
  today: Day;
  /** where she goes when she leaves it */
  back: string;
};

/** The instructor of a pair, its first day, and the family it helps to count. */
export function PairUpForm({ action, unitId, learnerId, wish, skills, suggestions, found, ...rest }: PairUpFormProps) {
  const { families, familyId = '', today, back } = rest;
  const t = useTranslations('pairs');
  const locale = useLocale() as Locale;
  const words = useWomanWords();
  const goals = skills.filter(({ id }) => wish.skillIds.includes(id));
  const asked = { skills, wish };
  const women = [
    ...found.map((member) => ({ value: member.id, label: words(member), hint: t('new.byName') })),
    ...suggestions.map((each) => ({
      value: each.id,
      label: words(each),
      hint: reasonsInWords(t, locale, each, asked),
    })),
  ];
  return (
    <Form action={action} concept="pairs">
      <HiddenField name="unitId" value={unitId} />
      <HiddenField name="learnerId" value={learnerId} />
      {goals.map(({ id }) => (
        <HiddenField key={id} name="goals[]" value={id} />
      ))}
      {goals.length > 0 && (
        <p className="mb-4">{t('new.goals', { skills: goals.map((goal) => skillName(locale, goal)).join(', ') })}</p>
      )}
      <RadioGroup name="instructorId" label={t('new.instructor')} hint={t('new.instructorHint')} options={women} />
      <DateField name="from" label={t('new.from')} defaultValue={today} />
      <Words of={['pairs.earlier']}>
        <EarlierReason />
      </Words>
      {families.length > 0 && (
        <SelectField
          name="modelId"
          label={t('new.family')}
          hint={t('new.familyHint')}
          options={families.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={familyId}
          optional
        />
      )}
      <div className="mt-6 flex flex-wrap gap-3">
        <SubmitButton>{t('new.send')}</SubmitButton>
        <ButtonLink as={Link} href={back}>
          {t('new.cancel')}
        </ButtonLink>
      </div>
    </Form>
  );
}
