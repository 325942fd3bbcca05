import { useTranslations } from 'next-intl';
import { FileField } from '@/components/ui/forms/file-field';
import { DateField, Form, TextField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import type { Day } from '@/domain/days/day';

/** A file of boundaries with whose it is, what may be done with it, and of which day. */
export function UploadForm({ action, today, first }: { action: FormAction; today: Day; first: Day }) {
  const t = useTranslations('boundaries.upload');
  return (
    <Form action={action} concept="boundaries" className="max-w-3xl">
      <FileField name="boundaryFile" label={t('file')} hint={t('fileHint')} accept=".geojson,.json" />
      <TextField name="edition" label={t('edition')} hint={t('editionHint')} maxLength={120} />
      <DateField name="asOf" label={t('asOf')} hint={t('asOfHint')} defaultValue={today} min={first} max={today} />
      <TextField name="source" label={t('source')} hint={t('sourceHint')} maxLength={300} />
      <TextField name="licence" label={t('licence')} hint={t('licenceHint')} maxLength={300} />
      <div className="mt-6">
        <SubmitButton>{t('send')}</SubmitButton>
      </div>
    </Form>
  );
}
