import { useTranslations } from 'next-intl';
import { CheckboxGroup, RadioGroup } from '@/components/ui/forms/choice-fields';
import { DateField, Form, HiddenField, TextArea, TextField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import type { Day } from '@/domain/days/day';
import { type SpotCheck, spotResults } from '@/domain/spot-checks/spot-check';

/** The page of a check: somebody else may have answered meanwhile, and its forms are keyed by that. */
const addressOf = ({ roundId, id }: SpotCheck) => `/admin/spot-checks/${roundId}/${id}`;

type AnswerProps = { check: SpotCheck; action: FormAction; first: Day; today: Day };

/** What she saw: one tap, which part where it is not so, and send. */
export function CheckAnswerForm({ check, action, first, today }: AnswerProps) {
  const t = useTranslations('spot-checks');
  const { id, version, look, answer } = check;
  return (
    <Form action={action} concept="spot-checks" address={addressOf(check)} guarded>
      <HiddenField name="checkId" value={id} />
      <HiddenField name="version" value={version} />
      <RadioGroup
        name="result"
        label={t('check.answer')}
        defaultValue={answer?.result ?? ''}
        options={spotResults.map((value) => ({ value, label: t(`results.${value}`) }))}
      />
      <CheckboxGroup
        name="parts[]"
        label={t('check.parts')}
        defaultValues={answer?.parts ?? []}
        options={look.map((value) => ({ value, label: t(`parts.${value}`) }))}
      />
      <TextField
        name="note"
        label={t('check.note')}
        hint={t('check.noteHint')}
        maxLength={200}
        optional
        defaultValue={answer?.note ?? ''}
      />
      <DateField
        name="seenOn"
        label={t('check.seenOn')}
        defaultValue={answer?.seenOn ?? today}
        min={first}
        max={today}
      />
      <SubmitButton icon="check">{t(answer ? 'check.sendAnew' : 'check.send')}</SubmitButton>
    </Form>
  );
}

type DeedProps = { check: SpotCheck; action: FormAction };

/** The commune's own word to what was found there. */
export function RemarkForm({ check, action }: DeedProps) {
  const t = useTranslations('spot-checks.check');
  const { id, version, remark } = check;
  return (
    <Form action={action} concept="spot-checks" address={addressOf(check)}>
      <HiddenField name="checkId" value={id} />
      <HiddenField name="version" value={version} />
      <TextArea
        name="remark"
        label={t('remark')}
        hint={t('remarkHint')}
        rows={3}
        maxLength={300}
        defaultValue={remark ?? ''}
      />
      <SubmitButton>{t('remarkSend')}</SubmitButton>
    </Form>
  );
}

/** The province takes a check that waits to itself. */
export function TakeOverForm({ check: { id, version }, action }: DeedProps) {
  const t = useTranslations('spot-checks.check');
  return (
    <Form action={action} concept="spot-checks" fold={{ summary: t('takeOver'), part: true }}>
      <HiddenField name="checkId" value={id} />
      <HiddenField name="version" value={version} />
      <p className="mb-2 text-ink-2">{t('takeOverLead')}</p>
      <SubmitButton variant="secondary" compact>
        {t('takeOver')}
      </SubmitButton>
    </Form>
  );
}
