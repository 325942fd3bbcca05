import { useTranslations } from 'next-intl';
import { FileField } from '@/components/ui/forms/file-field';
import { Form } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { UnitField } from '@/components/units/choice/unit-field';
import type { UnitQuestion } from '@/components/units/choice/unit-option';

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
