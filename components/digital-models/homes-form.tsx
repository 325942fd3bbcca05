import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { DateField, Form, HiddenField } from '@/components/ui/form';
import type { FormAction } from '@/components/ui/form-state';
import { Link } from '@/components/ui/link';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Day } from '@/domain/day';
import type { HomeCandidate } from '@/domain/digital-models/household';
import type { ModelRecord } from '@/domain/digital-models/model-record';
import { HomesField } from './homes-field';

type HomesFormProps = {
  action: FormAction;
  model: Pick<ModelRecord, 'id' | 'foundedOn' | 'host'>;
  found: { candidates: readonly HomeCandidate[]; more: boolean };
  today: Day;
};

/** All households of a Digital Family on one sheet. */
export function HomesForm({ action, model, found, today }: HomesFormProps) {
  const t = useTranslations('digital-models');
  return (
    <Form action={action} concept="digital-models">
      <HiddenField name="modelId" value={model.id} />
      <HomesField {...found} hostName={model.host?.name ?? ''} />
      <DateField name="from" label={t('homes.from')} defaultValue={today} min={model.foundedOn} max={today} />
      <div className="mt-6 flex flex-wrap gap-3">
        <SubmitButton>{t('homes.many.send')}</SubmitButton>
        <ButtonLink as={Link} href={`/admin/digital-models/${model.id}/households`}>
          {t('people.cancel')}
        </ButtonLink>
      </div>
    </Form>
  );
}
