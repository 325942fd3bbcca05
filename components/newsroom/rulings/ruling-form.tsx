import { useTranslations } from 'next-intl';
import { DateField, Form, TextArea } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Panel } from '@/components/ui/panels/panel';
import { UnitField } from '@/components/units/choice/unit-field';
import type { UnitQuestion } from '@/components/units/choice/unit-option';
import type { Day } from '@/domain/days/day';

type RulingFormProps = { action: FormAction; question: UnitQuestion; today: Day };

/** At which office whoever writes may approve, from which day on, and why. */
export function RulingForm({ action, question, today }: RulingFormProps) {
  const t = useTranslations('newsroom.rulings.form');
  return (
    <Panel title={t('title')} grid>
      <Form action={action} concept="newsroom" keeps="ruling">
        <UnitField name="unitId" label={t('unit')} question={question} />
        <DateField name="from" label={t('from')} min={today} defaultValue={today} />
        <TextArea name="reason" label={t('reason')} hint={t('reasonHint')} rows={3} maxLength={600} />
        <SubmitButton>{t('send')}</SubmitButton>
      </Form>
    </Panel>
  );
}
