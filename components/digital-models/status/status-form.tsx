import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { EndingFields } from '@/components/ui/days/last-day-field';
import { RadioGroup } from '@/components/ui/forms/choice-fields';
import { DateField, Form, HiddenField, TextArea } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import type { Day } from '@/domain/days/day';
import { lastDayOffered } from '@/domain/days/ending';
import type { ModelRecord } from '@/domain/digital-models/model-record';
import { isStop, type ModelStatus } from '@/domain/digital-models/status';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type StatusFormsProps = { change: FormAction; stop: FormAction; model: ModelRecord; today: Day };

/**
 * Another status: what begins or goes on has a first day, what pauses or ends a last one, so they are two forms. Offered
 * is what may follow; naming the running status drops what was announced.
 */
export function StatusForms({ change, stop, model, today }: StatusFormsProps) {
  const t = useTranslations('digital-models.change');
  const stopping = model.statusChoices.filter((status) => isStop(status) && status !== model.status);
  const going = model.statusChoices.filter((status) => !stopping.includes(status));
  const both = going.length > 0 && stopping.length > 0;
  // an active model that is called planned was never active
  const corrects = going.every((status) => status === 'planned');
  return (
    <div className="grid gap-8">
      {going.length > 0 && (
        <section className={both && corrects ? 'order-last' : ''}>
          {both && <h3 className="mb-3">{t(corrects ? 'correct' : 'goOn')}</h3>}
          <ChangeForm action={change} model={model} choices={going} today={today} />
        </section>
      )}
      {stopping.length > 0 && (
        <section>
          {both && <h3 className="mb-3">{t('stop')}</h3>}
          <StopForm action={stop} model={model} choices={stopping} today={today} />
        </section>
      )}
    </div>
  );
}

type FormProps = { action: FormAction; model: ModelRecord; choices: ModelStatus[]; today: Day };

function ChangeForm({ today, ...form }: FormProps) {
  const t = useTranslations('digital-models.change');
  const locale = useLocale() as Locale;
  const { since, foundedOn } = form.model;
  return (
    <OneStatus {...form} send={t('send')}>
      <DateField
        name="from"
        label={t('from')}
        hint={t('fromHint', { day: formatDay(locale, foundedOn) })}
        defaultValue={form.choices.every((status) => status === 'planned') ? since : today}
        min={foundedOn}
      />
    </OneStatus>
  );
}

function StopForm({ today, ...form }: FormProps) {
  const t = useTranslations('digital-models');
  const locale = useLocale() as Locale;
  const { status, since } = form.model;
  const words = { status: t(`status.${status}`), day: formatDay(locale, since) };
  return (
    <OneStatus {...form} send={t('change.stopSend')}>
      <EndingFields
        label={t('change.lastDay', words)}
        never={t('change.never', words)}
        defaultValue={lastDayOffered(since, today)}
        min={since}
      />
    </OneStatus>
  );
}

type OneProps = Omit<FormProps, 'today'> & { send: string; children: ReactNode };

function OneStatus({ action, model, choices, send, children }: OneProps) {
  const t = useTranslations('digital-models');
  const first = choices.find((status) => status !== model.status && status !== 'planned');
  return (
    <Form action={action} concept="digital-models">
      <HiddenField name="modelId" value={model.id} />
      <HiddenField name="version" value={model.version} />
      <RadioGroup
        name="status"
        label={t('change.status')}
        defaultValue={first ?? choices[0] ?? ''}
        options={choices.map((value) => {
          const status = t(`status.${value}`);
          return { value, label: value === model.status && model.announced ? t('change.keep', { status }) : status };
        })}
      />
      {children}
      <TextArea
        name="reason"
        label={t('change.reason')}
        hint={t('change.reasonHint')}
        rows={2}
        maxLength={500}
        optional
      />
      <SubmitButton>{send}</SubmitButton>
    </Form>
  );
}
