import { useTranslations } from 'next-intl';
import { DateField, Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import type { Day } from '@/domain/days/day';
import type { Death } from '@/domain/merging/deaths/death';

type OfHer = { action: FormAction; person: Pick<Death['person'], 'id' | 'version'> };

/** The last day of her life, and nothing else: why is nobody's to ask. */
export function DeathForm({ action, person, today }: OfHer & { today: Day }) {
  const t = useTranslations('merging.death');
  return (
    <Form action={action} concept="merging" guarded>
      <HiddenField name="personId" value={person.id} />
      <HiddenField name="version" value={person.version} />
      <DateField name="lastDay" label={t('day')} hint={t('dayHint')} max={today} />
      <SubmitButton>{t('send')}</SubmitButton>
    </Form>
  );
}

export function TakeBackDeathForm({ action, person }: OfHer) {
  const t = useTranslations('merging.death');
  return (
    <Form action={action} concept="merging">
      <HiddenField name="personId" value={person.id} />
      <HiddenField name="version" value={person.version} />
      <SubmitButton variant="secondary">{t('backSend')}</SubmitButton>
    </Form>
  );
}
