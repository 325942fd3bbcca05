import { useLocale, useTranslations } from 'next-intl';
import { RadioGroup } from '@/components/ui/forms/choice-fields';
import { DateField, Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { FormFold } from '@/components/ui/panels/form-fold';
import type { Day } from '@/domain/days/day';
import { usualMinutes } from '@/domain/pairs/contacts/contact';
import type { Goal } from '@/domain/pairs/goals/goal';
import type { PairRow } from '@/domain/pairs/pair';
import { formatTypedDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { skillName } from '../skill-name';

type ContactFormProps = {
  action: FormAction;
  pair: PairRow;
  goals: readonly Goal[];
  today: Day;
  /** of the contact to be: so that a double tap is one */
  contactId: string;
};

/** A contact in three taps: what it was about, how long, record. */
export function ContactForm({ action, pair, goals, today, contactId }: ContactFormProps) {
  const t = useTranslations('pairs.contact');
  const locale = useLocale() as Locale;
  const topics = goals.map((goal) => ({ value: goal.skillId, label: skillName(locale, goal) }));
  return (
    <Form action={action} concept="pairs">
      <HiddenField name="id" value={contactId} />
      <HiddenField name="pairId" value={pair.id} />
      <RadioGroup name="skillId" label={t('topic')} options={[...topics, { value: '', label: t('other') }]} />
      <RadioGroup
        name="minutes"
        label={t('minutes')}
        options={usualMinutes.map((count) => ({ value: String(count), label: t('minutesOf', { count }) }))}
      />
      <div className="mb-3">
        <FormFold summary={t('otherDay')} fields={['day']} usual={{ day: formatTypedDay(locale, today) }}>
          <DateField name="day" label={t('day')} defaultValue={today} min={pair.from} max={today} />
        </FormFold>
      </div>
      <SubmitButton className="w-full">{t('send')}</SubmitButton>
    </Form>
  );
}
