import { useTranslations } from 'next-intl';
import { EndingFields } from '@/components/ui/days/last-day-field';
import { RadioGroup } from '@/components/ui/forms/choice-fields';
import { Form, HiddenField, TextArea, TextField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import type { Day } from '@/domain/days/day';
import { endReasons, type PairRow } from '@/domain/pairs/pair';

type EndFormProps = {
  action: FormAction;
  pair: PairRow;
  /** the last day that is offered: not before its last contact */
  lastDay: Day;
  /** she does all of her goals alone: the likely reason is chosen already */
  reached: boolean;
};

/** Ends a pair, with why and what came of it. */
export function EndForm({ action, pair, lastDay, reached }: EndFormProps) {
  const t = useTranslations('pairs.end');
  const likely = pair.instructorLeft ? 'instructor-left' : reached ? 'goals-reached' : '-';
  return (
    <Form action={action} concept="pairs">
      <HiddenField name="pairId" value={pair.id} />
      <HiddenField name="version" value={pair.version} />
      <EndingFields label={t('lastDay')} never={t('never')} defaultValue={lastDay} min={pair.from} />
      <RadioGroup
        name="reason"
        label={t('reason')}
        options={endReasons.map((value) => ({ value, label: t(`reasons.${value}`) }))}
        defaultValue={likely}
      />
      <TextField name="note" label={t('note')} hint={t('noteHint')} maxLength={300} optional />
      <TextArea name="outcome" label={t('outcome')} hint={t('outcomeHint')} rows={3} maxLength={1000} optional />
      <SubmitButton variant="danger">{t('send')}</SubmitButton>
    </Form>
  );
}
