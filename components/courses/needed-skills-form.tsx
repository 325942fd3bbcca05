import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { CheckboxGroup } from '@/components/ui/forms/choice-fields';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import type { Option } from '@/components/ui/forms/plain-fields';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';

type FormProps = {
  action: FormAction;
  skills: readonly Option[];
  needed: readonly string[];
  /** what was needed when the form was drawn */
  version: string;
  leave: string;
};

/** All skills of the framework, of which those are chosen that an instructor does alone. */
export function NeededSkillsForm({ action, skills, needed, version, leave }: FormProps) {
  const t = useTranslations('courses.skills');
  return (
    <Form action={action} concept="courses" className="max-w-[46rem]">
      <HiddenField name="version" value={version} />
      <CheckboxGroup name="skillIds[]" label={t('list')} hint={t('hint')} options={skills} defaultValues={needed} />
      <div className="mt-6 flex flex-wrap gap-3">
        <SubmitButton>{t('save')}</SubmitButton>
        <ButtonLink as={Link} href={leave}>
          {t('leave')}
        </ButtonLink>
      </div>
    </Form>
  );
}
