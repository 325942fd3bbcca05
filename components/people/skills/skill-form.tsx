import { useTranslations } from 'next-intl';
import { RadioGroup, SelectField } from '@/components/ui/forms/choice-fields';
import { DateField, Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import type { Option } from '@/components/ui/forms/plain-fields';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import type { Day } from '@/domain/days/day';
import type { SeenSkill } from '@/domain/people/skills/skill';
import { learnedLevels } from '@/domain/scales/learned-level';

type OfOne = { action: FormAction; personId: string; today: Day };

/** A skill seen in her that was not written down yet. */
export function AddSkillForm({ action, personId, skills, today }: OfOne & { skills: readonly Option[] }) {
  const t = useTranslations('people');
  return (
    <Form action={action} concept="people">
      <HiddenField name="personId" value={personId} />
      <HiddenField name="version" value={0} />
      <SelectField name="skillId" label={t('skills.skill')} options={skills} />
      <RadioGroup
        name="level"
        label={t('skills.level')}
        options={learnedLevels.map((level) => ({ value: level, label: t(`level.${level}`) }))}
        defaultValue="alone"
      />
      <DateField name="on" label={t('skills.on')} defaultValue={today} max={today} />
      <p className="mb-4 text-ink-2 text-sm">{t('skills.note')}</p>
      <SubmitButton>{t('skills.send')}</SubmitButton>
    </Form>
  );
}

/** The note on one skill: corrected, or taken back. */
export function EditSkillForm({ action, personId, skill, name, today }: OfOne & { skill: SeenSkill; name: string }) {
  const t = useTranslations('people');
  return (
    <Form action={action} concept="people" fold={{ summary: t('skills.change'), of: name }}>
      <HiddenField name="personId" value={personId} />
      <HiddenField name="skillId" value={skill.skillId} />
      <HiddenField name="version" value={skill.version} />
      <RadioGroup
        name="level"
        label={t('skills.level')}
        options={[...learnedLevels, 'none' as const].map((level) => ({ value: level, label: t(`level.${level}`) }))}
        defaultValue={skill.level}
      />
      <DateField name="on" label={t('skills.on')} defaultValue={skill.on} max={today} />
      <SubmitButton>{t('edit.send')}</SubmitButton>
    </Form>
  );
}
