import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/forms/choice-fields';
import { Form, HiddenField, TextArea } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import type { ModelRecord } from '@/domain/digital-models/model-record';

/** Writes a club's practice down, and shares it or not. */
export function PracticeForm({ action, model }: { action: FormAction; model: ModelRecord }) {
  const t = useTranslations('digital-models.practice');
  const { practice, sharedPractice } = model;
  return (
    <Form action={action} concept="digital-models">
      <HiddenField name="modelId" value={model.id} />
      <HiddenField name="version" value={model.version} />
      <TextArea
        name="charter"
        label={t('charter')}
        hint={t('charterHint')}
        defaultValue={practice?.charter ?? ''}
        rows={8}
        maxLength={8000}
        optional
      />
      <TextArea
        name="plan"
        label={t('plan')}
        hint={t('planHint')}
        defaultValue={practice?.plan ?? ''}
        rows={6}
        maxLength={8000}
        optional
      />
      <TextArea
        name="lessons"
        label={t('lessons')}
        hint={t('lessonsHint')}
        defaultValue={practice?.lessons.join('\n') ?? ''}
        rows={6}
        maxLength={6000}
        optional
      />
      <Checkbox name="shared" label={t('share')} hint={t('shareHint')} defaultChecked={sharedPractice} />
      <div className="mt-6 flex flex-wrap gap-3">
        <SubmitButton>{t('save')}</SubmitButton>
        <ButtonLink as={Link} href={`/admin/digital-models/${model.id}/practice`}>
          {t('cancel')}
        </ButtonLink>
      </div>
    </Form>
  );
}
