import { useTranslations } from 'next-intl';
import { Words } from '@/components/layout/words';
import { ButtonLink } from '@/components/ui/button';
import { RadioGroup } from '@/components/ui/forms/choice-fields';
import { Form, TextArea } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import { UnitField } from '@/components/units/choice/unit-field';
import type { UnitQuestion } from '@/components/units/choice/unit-option';
import { ANSWER_MAX, namings, type Question } from '@/domain/articles/questions/answers';
import { WritingFrame } from '../writing/writing-frame';

type AnswersProps = { action: FormAction; unit: UnitQuestion; accountId: string };

/** Five questions that become the first draft of a story: plain fields, each with an example. */
export function AnswersForm({ action, unit, accountId }: AnswersProps) {
  const t = useTranslations('articles.questions');
  const options = namings.map((value) => ({ value, label: t(`naming.${value}`) }));
  const ways = (
    <div className="flex flex-wrap gap-3">
      <SubmitButton>{t('make')}</SubmitButton>
      <ButtonLink as={Link} href="/admin/articles" variant="text">
        {t('leave')}
      </ButtonLink>
    </div>
  );
  return (
    <Form action={action} concept="articles" guarded>
      <Words of={['articles.kept']}>
        <WritingFrame of="questions" accountId={accountId} ways={ways}>
          <div className="max-w-3xl">
            <UnitField name="unitId" label={t('unit')} question={unit} />
            <Answer name="who" rows={3} />
            <RadioGroup name="naming" label={t('naming.label')} options={options} />
            <Answer name="before" />
            <Answer name="learned" />
            <Answer name="changed" />
            <Answer name="says" rows={3} />
          </div>
        </WritingFrame>
      </Words>
    </Form>
  );
}

function Answer({ name, rows = 5 }: { name: Question; rows?: number }) {
  const t = useTranslations('articles.questions');
  return (
    <TextArea name={name} label={t(`${name}.label`)} hint={t(`${name}.hint`)} rows={rows} maxLength={ANSWER_MAX} />
  );
}
