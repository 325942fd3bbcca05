import { useTranslations } from 'next-intl';
import { FileField } from '@/components/ui/file-field';
import { Form, SelectField } from '@/components/ui/form';
import type { FormAction } from '@/components/ui/form-state';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Unit } from '@/domain/units/unit';

type UploadFormProps = { action: FormAction; units: readonly Unit[]; unitId: string | undefined };

/** A sheet and the unit it belongs to. */
export function UploadForm({ action, units, unitId = '' }: UploadFormProps) {
  const t = useTranslations('imports.new');
  return (
    <Form action={action} concept="imports">
      <SelectField
        name="unitId"
        label={t('unit')}
        hint={t('unitHint')}
        options={units.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={unitId}
      />
      <FileField name="sheetFile" label={t('file')} hint={t('fileHint')} accept=".xlsx,.csv,.tsv,.txt" />
      <div className="mt-6">
        <SubmitButton>{t('send')}</SubmitButton>
      </div>
    </Form>
  );
}
