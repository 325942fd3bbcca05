import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { CheckboxGroup } from '@/components/ui/forms/choice-fields';
import { DateField, Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import type { Day } from '@/domain/days/day';
import type { Candidate } from '@/domain/digital-models/people/model-people';
import { useCandidateOptions } from './candidate-search';

type MembersFormProps = {
  action: FormAction;
  model: { id: string; foundedOn: Day };
  candidates: readonly Candidate[];
  today: Day;
};

/** Takes several women into a model at once. */
export function MembersForm({ action, model, candidates, today }: MembersFormProps) {
  const t = useTranslations('digital-models');
  const women = useCandidateOptions(candidates);
  return (
    <Form action={action} concept="digital-models">
      <HiddenField name="modelId" value={model.id} />
      <CheckboxGroup name="personIds[]" label={t('members.who')} options={women} />
      <DateField name="from" label={t('people.fromDay')} defaultValue={today} min={model.foundedOn} max={today} />
      <div className="mt-6 flex flex-wrap gap-3">
        <SubmitButton>{t('members.send')}</SubmitButton>
        <ButtonLink as={Link} href={`/admin/digital-models/${model.id}/members`}>
          {t('people.cancel')}
        </ButtonLink>
      </div>
    </Form>
  );
}
