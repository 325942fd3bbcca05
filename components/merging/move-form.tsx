import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { Form, HiddenField, TextArea } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import { UnitField } from '@/components/units/choice/unit-field';
import type { UnitQuestion } from '@/components/units/choice/unit-option';
import type { Movable } from '@/domain/merging/requests/request';
import { PurposeChoice } from './ask-form';

type MoveFormProps = {
  action: FormAction;
  person: Movable;
  question: UnitQuestion;
  back: string;
};

/** Moves a woman at once, for whoever answers for both sides. */
export function MoveForm({ action, person, question, back }: MoveFormProps) {
  const t = useTranslations('merging');
  return (
    <Form action={action} concept="merging">
      <HiddenField name="personId" value={person.id} />
      <HiddenField name="version" value={person.version} />
      <PurposeChoice />
      <UnitField name="toUnitId" label={t('ask.toUnit')} question={question} />
      <TextArea name="reason" label={t('requests.reason')} rows={2} maxLength={300} optional />
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{t('move.send')}</SubmitButton>
        <ButtonLink as={Link} href={back}>
          {t('ask.cancel')}
        </ButtonLink>
      </div>
    </Form>
  );
}
