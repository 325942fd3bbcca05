import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { RadioGroup } from '@/components/ui/forms/choice-fields';
import { Form, HiddenField, NumberField, TextField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import { UnitField } from '@/components/units/choice/unit-field';
import type { UnitQuestion } from '@/components/units/choice/unit-option';

type AskFormProps = {
  action: FormAction;
  question: UnitQuestion;
  /** the own record, where the request is to merge another one into it */
  ownPersonId: string | undefined;
  back: string;
};

/** Seeks a woman by exactly what her record says, for a unit of the asker's. */
export function AskForm({ action, question, ownPersonId, back }: AskFormProps) {
  const t = useTranslations('merging');
  return (
    <Form action={action} concept="merging">
      {ownPersonId ? (
        <>
          <HiddenField name="purpose" value="merge" />
          <HiddenField name="ownPersonId" value={ownPersonId} />
        </>
      ) : (
        <>
          <PurposeChoice />
          <UnitField name="toUnitId" label={t('ask.toUnit')} question={question} />
        </>
      )}
      <TextField name="name" label={t('ask.name')} hint={t('ask.nameHint')} maxLength={100} autoComplete="off" />
      <p className="mb-3 text-ink-2">{t('ask.oneOf')}</p>
      <div className="grid gap-x-6 sm:grid-cols-2">
        <NumberField name="birthYear" label={t('ask.birthYear')} maxLength={4} optional />
        <TextField name="phone" label={t('ask.phone')} type="tel" autoComplete="off" optional />
      </div>
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{t('ask.send')}</SubmitButton>
        <ButtonLink as={Link} href={back}>
          {t('ask.cancel')}
        </ButtonLink>
      </div>
    </Form>
  );
}

/** She moves, or she belongs to both. */
export function PurposeChoice() {
  const t = useTranslations('merging');
  return (
    <RadioGroup
      name="purpose"
      label={t('ask.purpose')}
      defaultValue="transfer"
      options={(['transfer', 'join'] as const).map((value) => ({
        value,
        label: t(`requests.purposes.${value}`),
        hint: t(`requests.purposeHints.${value}`),
      }))}
    />
  );
}
