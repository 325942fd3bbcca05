import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { DateField, Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import type { Day } from '@/domain/days/day';
import type { HouseholdCandidate } from '@/domain/digital-models/households/household';
import type { ModelRecord } from '@/domain/digital-models/model-record';
import { HouseholdsField } from './households-field';

type HouseholdsFormProps = {
  action: FormAction;
  model: Pick<ModelRecord, 'id' | 'foundedOn' | 'host'>;
  found: { candidates: readonly HouseholdCandidate[]; more: boolean };
  today: Day;
};

/** All households of a Digital Family in one form. */
export function HouseholdsForm({ action, model, found, today }: HouseholdsFormProps) {
  const t = useTranslations('digital-models');
  return (
    <Form action={action} concept="digital-models">
      <HiddenField name="modelId" value={model.id} />
      <HouseholdsField {...found} hostName={model.host?.name ?? ''} />
      <DateField name="from" label={t('households.from')} defaultValue={today} min={model.foundedOn} max={today} />
      <div className="mt-6 flex flex-wrap gap-3">
        <SubmitButton>{t('households.many.send')}</SubmitButton>
        <ButtonLink as={Link} href={`/admin/digital-models/${model.id}/households`}>
          {t('people.cancel')}
        </ButtonLink>
      </div>
    </Form>
  );
}
