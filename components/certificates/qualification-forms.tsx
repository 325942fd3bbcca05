import { useLocale, useTranslations } from 'next-intl';
import { DateField, Form, HiddenField, TextArea } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { MONTHS, type Qualification } from '@/domain/certificates/qualification';
import type { Day } from '@/domain/days/day';
import { lastDayBefore } from '@/domain/days/ending';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

export function RecogniseForm({ personId, today, action }: { personId: string; today: Day; action: FormAction }) {
  const t = useTranslations('certificates.qualification');
  return (
    <Form action={action} concept="certificates" className="mt-4">
      <HiddenField name="personId" value={personId} />
      <DateField name="from" label={t('from')} hint={t('fromHint', { months: MONTHS })} defaultValue={today} />
      <SubmitButton compact>{t('recognise')}</SubmitButton>
    </Form>
  );
}

type QualificationFormProps = { qualification: Qualification; action: FormAction };

export function RenewForm({ qualification, action }: QualificationFormProps) {
  const t = useTranslations('certificates.qualification');
  return (
    <Form action={action} concept="certificates" className="mt-4">
      <Which qualification={qualification} />
      <SubmitButton compact>{t('renew', { months: MONTHS })}</SubmitButton>
    </Form>
  );
}

/** Ends it today, with what was to follow it: yesterday was its last day. */
export function EndForm({ qualification, action, today }: QualificationFormProps & { today: Day }) {
  const t = useTranslations('certificates.qualification');
  const locale = useLocale() as Locale;
  const days = { last: formatDay(locale, lastDayBefore(today)), next: formatDay(locale, today) };
  const above = qualification.from < today && <p className="mb-3 text-ink-2">{t('endSays', days)}</p>;
  return (
    <Form action={action} concept="certificates" fold={{ summary: t('endTitle'), above }}>
      <Which qualification={qualification} />
      <TextArea name="reason" label={t('reason')} rows={3} maxLength={500} />
      <SubmitButton variant="danger" compact>
        {t('end')}
      </SubmitButton>
    </Form>
  );
}

const Which = ({ qualification: { id, version } }: { qualification: Qualification }) => (
  <>
    <HiddenField name="qualificationId" value={id} />
    <HiddenField name="version" value={version} />
  </>
);
