import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { CheckboxGroup, SelectField } from '@/components/ui/forms/choice-fields';
import { Form, HiddenField, NumberField, TextArea, TextField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import type { Option } from '@/components/ui/forms/plain-fields';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import { courseLevels } from '@/domain/courses/course';
import { audiences } from '@/domain/scales/audience';
import { learnedLevels } from '@/domain/scales/learned-level';

type CourseFormProps = {
  action: FormAction;
  skills: Option[];
  languages: Option[];
  values: Record<string, string>;
  /** the course that is edited; without it a new one is made */
  edited?: { id: string; version: number };
  leave: string;
};

/** A course in both languages: what it is, for whom, and what is said of it. */
export function CourseForm({ action, skills, languages, values, edited, leave }: CourseFormProps) {
  const t = useTranslations('courses');
  const learned = useTranslations('outcomes.level');
  return (
    <Form action={action} concept="courses" className="max-w-[46rem]">
      {edited && <HiddenField name="courseId" value={edited.id} />}
      {edited && <HiddenField name="version" value={edited.version} />}
      <Words part="Vi" values={values} />
      <Words part="En" values={values} />
      <Frame languages={languages} values={values} />
      <CheckboxGroup
        name="skillIds[]"
        label={t('form.skills')}
        hint={t('form.skillsHint')}
        options={skills}
        defaultValues={values.skillIds?.split('\n') ?? []}
      />
      <SelectField
        name="certificateLevel"
        label={t('form.certificate')}
        hint={t('form.certificateHint')}
        options={learnedLevels.map((level) => ({ value: level, label: learned(level) }))}
        empty={t('certificate.nothing')}
        defaultValue={values.certificateLevel ?? ''}
      />
      <TextArea
        name="trainerNotes"
        label={t('form.notes')}
        hint={t('form.notesHint')}
        defaultValue={values.trainerNotes ?? ''}
        maxLength={5000}
        rows={5}
        optional
      />
      <div className="mt-6 flex flex-wrap gap-3">
        <SubmitButton>{t('form.save')}</SubmitButton>
        <ButtonLink as={Link} href={leave}>
          {t('form.leave')}
        </ButtonLink>
      </div>
    </Form>
  );
}

/** The words of the course in one language. */
function Words({ part, values }: { part: 'Vi' | 'En'; values: Record<string, string> }) {
  const t = useTranslations('courses.form');
  const end = part === 'En' ? 'En' : '';
  return (
    <fieldset className="mb-6 border-rule border-t pt-4">
      <legend className="pr-3 font-semibold">{t(part === 'Vi' ? 'vi' : 'en')}</legend>
      <TextField
        name={`title${part}`}
        label={t(`title${end}`)}
        defaultValue={values[`title${part}`] ?? ''}
        maxLength={120}
      />
      <TextArea
        name={`description${part}`}
        label={t(`description${end}`)}
        defaultValue={values[`description${part}`] ?? ''}
        maxLength={2000}
        rows={4}
      />
      <TextArea
        name={`preconditions${part}`}
        label={t(`preconditions${end}`)}
        defaultValue={values[`preconditions${part}`] ?? ''}
        maxLength={500}
        rows={2}
        optional
      />
    </fieldset>
  );
}

/** How hard and how long it is, in which language, and for whom. */
function Frame({ languages, values }: Pick<CourseFormProps, 'languages' | 'values'>) {
  const t = useTranslations('courses');
  const audience = useTranslations('trainings.form.audiences');
  return (
    <div className="grid gap-x-4 sm:grid-cols-2">
      <SelectField
        name="level"
        label={t('form.level')}
        options={courseLevels.map((level) => ({ value: level, label: t(`level.${level}`) }))}
        defaultValue={values.level ?? 'basic'}
      />
      <NumberField name="minutes" label={t('form.minutes')} defaultValue={values.minutes ?? '90'} maxLength={4} />
      <SelectField
        name="language"
        label={t('form.language')}
        options={languages}
        defaultValue={values.language ?? 'vi'}
      />
      <SelectField
        name="audience"
        label={t('form.audience')}
        options={audiences.map((each) => ({ value: each, label: audience(each) }))}
        defaultValue={values.audience ?? 'everyone'}
      />
    </div>
  );
}
