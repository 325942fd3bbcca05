import { useTranslations } from 'next-intl';
import { SelectField } from '@/components/ui/forms/choice-fields';
import type { Option, OptionGroup } from '@/components/ui/forms/plain-fields';

export type SubjectChoices = { units: readonly OptionGroup[]; models: readonly Option[] };

/** Of which unit and of which model a story tells: of those of its communes. */
export function SubjectFields({
  units,
  models,
  unitId,
  modelId,
}: SubjectChoices & { unitId: string; modelId: string }) {
  const t = useTranslations('articles.form');
  return (
    <>
      <SelectField
        name="subjectUnitId"
        label={t('subjectUnit')}
        hint={t('subjectUnitHint')}
        options={units}
        empty={t('subjectUnitNone')}
        defaultValue={unitId}
        optional
      />
      <SelectField
        name="subjectModelId"
        label={t('model')}
        hint={t('modelHint')}
        options={models}
        empty={t('modelNone')}
        defaultValue={modelId}
        optional
      />
    </>
  );
}
