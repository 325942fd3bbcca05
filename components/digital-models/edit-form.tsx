import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import type { Day } from '@/domain/days/day';
import type { ModelRecord } from '@/domain/digital-models/model-record';
import { ModelFields } from './model-fields';

/** Corrects the facts of a model. */
export function EditForm({ action, model, today }: { action: FormAction; model: ModelRecord; today: Day }) {
  const t = useTranslations('digital-models');
  return (
    <Form action={action} concept="digital-models">
      <HiddenField name="modelId" value={model.id} />
      <HiddenField name="version" value={model.version} />
      <ModelFields facts={model.facts} latest={today} foundedHint={t('edit.foundedOnHint')} />
      <div className="mt-6 flex flex-wrap gap-3">
        <SubmitButton>{t('edit.send')}</SubmitButton>
        <ButtonLink as={Link} href={`/admin/digital-models/${model.id}`}>
          {t('found.cancel')}
        </ButtonLink>
      </div>
    </Form>
  );
}
