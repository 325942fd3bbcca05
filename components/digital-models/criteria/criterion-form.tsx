import { useTranslations } from 'next-intl';
import { Checkbox, SelectField } from '@/components/ui/forms/choice-fields';
import { Form, HiddenField, NumberField, TextField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { type Criterion, countedBys, type Edition } from '@/domain/digital-models/criteria/criteria';

type CriterionFormProps = {
  action: FormAction;
  /** of the page, with the criterion that it is asked for */
  address: string;
  edition: Edition /** the one to reword; a new one without it */;
  criterion?: Criterion | undefined;
};

/** One criterion of a planned checklist: its words, whether it is required, what can be counted for it. */
export function CriterionForm({ action, address, edition, criterion }: CriterionFormProps) {
  const t = useTranslations('digital-models');
  return (
    <Form key={criterion?.id ?? edition.version} action={action} concept="digital-models" address={address}>
      <HiddenField name="listId" value={edition.id} />
      <HiddenField name="version" value={edition.version} />
      {criterion && <HiddenField name="criterionId" value={criterion.id} />}
      <TextField
        name="labelVi"
        label={t('checklists.labelVi')}
        defaultValue={criterion?.label.vi ?? ''}
        maxLength={200}
        autoComplete="off"
      />
      <TextField
        name="labelEn"
        label={t('checklists.labelEn')}
        defaultValue={criterion?.label.en ?? ''}
        maxLength={200}
        autoComplete="off"
      />
      <Checkbox
        name="required"
        label={t('checklists.required')}
        hint={t('checklists.requiredHint')}
        defaultChecked={criterion?.required ?? true}
      />
      <div className="grid items-start gap-x-4 sm:grid-cols-2">
        <SelectField
          name="countedBy"
          label={t('checklists.counted')}
          empty={t('checklists.notCounted')}
          options={countedBys.map((value) => ({ value, label: t(`countedBy.${value}`) }))}
          defaultValue={criterion?.counted?.by ?? ''}
          optional
        />
        <NumberField
          name="countedLeast"
          label={t('checklists.least')}
          defaultValue={criterion?.counted ? String(criterion.counted.least) : ''}
          maxLength={3}
          optional
        />
      </div>
      <SubmitButton variant={criterion ? 'primary' : 'secondary'}>
        {t(criterion ? 'checklists.save' : 'checklists.add')}
      </SubmitButton>
    </Form>
  );
}
