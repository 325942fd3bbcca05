import { useTranslations } from 'next-intl';
import { FileField } from '@/components/ui/file-field';
import { Form } from '@/components/ui/form';
import type { FormAction } from '@/components/ui/form-state';
import { SubmitButton } from '@/components/ui/submit-button';
import { UnitField } from '@/components/units/unit-field';
import type { UnitQuestion } from '@/components/units/unit-option';

type UploadFormProps = { action: FormAction; question: UnitQuestion };

/** A sheet and the unit it belongs to. */
export function UploadForm({ action, question }: UploadFormProps) {
  const t = useTranslations('imports.new');
  return (
    <Form action={action} concept="imports">
      <UnitField name="unitId" label={t('unit')} hint={t('unitHint')} question={question} />
      <FileField name="sheetFile" label={t('file')} hint={t('fileHint')} accept=".xlsx,.csv,.tsv,.txt" />
      <div className="mt-6">
        <SubmitButton>{t('send')}</SubmitButton>
      </div>
    </Form>
  );
}
