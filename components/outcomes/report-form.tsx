import { useTranslations } from 'next-intl';
import { Form, HiddenField, TextArea } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { type SessionReport, valuesOfReport } from '@/domain/outcomes/reports/report';
import { NumberOfReport } from './report-number';

const WORDS_MAX = 2000;

type ReportFormProps = {
  sessionId: string;
  /** the report she corrects */
  last: SessionReport | undefined;
  /** whether it closes the session */
  closes: boolean;
  action: FormAction;
};

/** The trainer's report in her words: what went well, what to improve. The number of people is the register's. */
export function ReportForm({ sessionId, last, closes, action }: ReportFormProps) {
  const t = useTranslations('outcomes.report');
  const { number, ...values } = valuesOfReport(last);
  return (
    <Form action={action} concept="outcomes">
      <HiddenField name="sessionId" value={sessionId} />
      <NumberOfReport value={number} />
      <TextArea
        name="wentWell"
        label={t('wentWell')}
        hint={t('wentWellHint')}
        defaultValue={values.wentWell}
        maxLength={WORDS_MAX}
      />
      <TextArea
        name="toImprove"
        label={t('toImprove')}
        optional
        defaultValue={values.toImprove}
        maxLength={WORDS_MAX}
      />
      <TextArea
        name="materials"
        label={t('materials')}
        optional
        rows={3}
        defaultValue={values.materials}
        maxLength={WORDS_MAX}
      />
      <SubmitButton icon="check">{t(last ? 'sendCorrection' : closes ? 'send' : 'sendHeld')}</SubmitButton>
    </Form>
  );
}
