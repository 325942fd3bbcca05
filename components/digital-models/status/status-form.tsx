import { useLocale, useTranslations } from 'next-intl';
import { RadioGroup } from '@/components/ui/forms/choice-fields';
import { DateField, Form, HiddenField, TextArea } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import type { Day } from '@/domain/days/day';
import type { ModelRecord } from '@/domain/digital-models/model-record';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** Another status from a day on. Offered is what may follow; naming the running one drops what was announced. */
export function StatusForm({ action, model, today }: { action: FormAction; model: ModelRecord; today: Day }) {
  const t = useTranslations('digital-models');
  const locale = useLocale() as Locale;
  const first = model.statusChoices.find((status) => status !== model.status && status !== 'planned');
  return (
    <Form action={action} concept="digital-models">
      <HiddenField name="modelId" value={model.id} />
      <HiddenField name="version" value={model.version} />
      <RadioGroup
        name="status"
        label={t('change.status')}
        defaultValue={first ?? model.statusChoices[0] ?? ''}
        options={model.statusChoices.map((value) => {
          const status = t(`status.${value}`);
          return { value, label: value === model.status && model.announced ? t('change.keep', { status }) : status };
        })}
      />
      <DateField
        name="from"
        label={t('change.from')}
        hint={t('change.fromHint', { day: formatDay(locale, model.foundedOn) })}
        defaultValue={today}
        min={model.foundedOn}
      />
      <TextArea
        name="reason"
        label={t('change.reason')}
        hint={t('change.reasonHint')}
        rows={2}
        maxLength={500}
        optional
      />
      <SubmitButton>{t('change.send')}</SubmitButton>
    </Form>
  );
}
