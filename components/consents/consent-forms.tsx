import { useTranslations } from 'next-intl';
import { DateField, Form, HiddenField, RadioGroup, SelectField } from '@/components/ui/form';
import type { FormAction } from '@/components/ui/form-state';
import { SubmitButton } from '@/components/ui/submit-button';
import { type ConsentPurpose, consentChannels, type PurposeConsents } from '@/domain/consents/consent';
import { today } from '@/domain/day';

export type ConsentActions = { take: FormAction; withdraw: FormAction };

type TakeProps = {
  action: FormAction;
  personId: string;
  purpose: ConsentPurpose;
  text: NonNullable<PurposeConsents['text']>;
};

/** Asks with the newest wording and records what she answered. */
export function TakeForm({ action, personId, purpose, text }: TakeProps) {
  const t = useTranslations('consents.take');
  return (
    <Form action={action} concept="consents">
      <HiddenField name="personId" value={personId} />
      <HiddenField name="purpose" value={purpose} />
      <HiddenField name="textId" value={text.id} />
      <p className="font-semibold">{t('text')}</p>
      <blockquote className="mt-1 mb-4 border-lotus border-l-4 pl-4 font-serif text-lg">“{text.body}”</blockquote>
      <RadioGroup
        name="answer"
        label={t('answer')}
        options={(['given', 'refused'] as const).map((value) => ({ value, label: t(value) }))}
      />
      <ChannelField label={t('channel')} />
      <DateField name="day" label={t('day')} defaultValue={today()} max={today()} />
      <SubmitButton>{t('send')}</SubmitButton>
    </Form>
  );
}

type WithdrawProps = { action: FormAction; personId: string; purpose: ConsentPurpose };

export function WithdrawForm({ action, personId, purpose }: WithdrawProps) {
  const t = useTranslations('consents.withdraw');
  return (
    <Form action={action} concept="consents">
      <HiddenField name="personId" value={personId} />
      <HiddenField name="purpose" value={purpose} />
      <p className="mb-3">{t(purpose === 'sensitive_data' ? 'sensitiveLead' : 'lead')}</p>
      <ChannelField label={t('channel')} />
      <DateField name="day" label={t('day')} defaultValue={today()} max={today()} />
      <SubmitButton variant="danger">{t('send')}</SubmitButton>
    </Form>
  );
}

function ChannelField({ label }: { label: string }) {
  const t = useTranslations('consents.channel');
  return (
    <SelectField
      name="channel"
      label={label}
      options={consentChannels.map((value) => ({ value, label: t(value) }))}
      defaultValue="in_person"
    />
  );
}
