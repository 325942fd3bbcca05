import { useTranslations } from 'next-intl';
import { DateField, Form, HiddenField, RadioGroup, SelectField } from '@/components/ui/form';
import type { FormAction } from '@/components/ui/form-state';
import type { Option } from '@/components/ui/plain-fields';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Day } from '@/domain/day';
import { skillMarks } from '@/domain/people/skill';

type SkillFormProps = { action: FormAction; personId: string; skills: readonly Option[]; today: Day };

/** A skill seen in her: written down, corrected or taken back. */
export function SkillForm({ action, personId, skills, today }: SkillFormProps) {
  const t = useTranslations('people');
  return (
    <Form action={action} concept="people">
      <HiddenField name="personId" value={personId} />
      <SelectField name="skillId" label={t('skills.skill')} options={skills} />
      <RadioGroup
        name="mark"
        label={t('skills.mark')}
        options={[...skillMarks, 'none' as const].map((mark) => ({ value: mark, label: t(`mark.${mark}`) }))}
        defaultValue="alone"
      />
      <DateField name="on" label={t('skills.on')} defaultValue={today} max={today} />
      <p className="mb-4 text-ink-2 text-sm">{t('skills.note')}</p>
      <SubmitButton>{t('skills.send')}</SubmitButton>
    </Form>
  );
}
