import { useLocale, useTranslations } from 'next-intl';
import { DateField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { Panel } from '@/components/ui/panels/panel';
import { lastDayBefore } from '@/domain/days/ending';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { OneStatus, type StatusFormProps, type StatusModel } from './one-status';

type CorrectFormsProps = { change: FormAction; takeBack: FormAction; model: StatusModel };

/** What corrects the past stands apart from what goes on, and folded: who records today's change must not take it for that. */
export function CorrectForms({ change, takeBack, model }: CorrectFormsProps) {
  const t = useTranslations('digital-models.change');
  const { instead, missed } = model.statusChoices;
  if (instead.length + missed.length === 0) return null;
  return (
    <Panel id="status-corrections" title={t('correct')}>
      {instead.length > 0 && <TakeBackForm action={takeBack} model={model} choices={instead} />}
      {missed.length > 0 && <MissedForm action={change} model={model} choices={missed} />}
    </Panel>
  );
}

/** The running status never was: what ran before it is chosen, so that a mistake is taken back by one touch. */
function TakeBackForm(form: StatusFormProps) {
  const t = useTranslations('digital-models');
  const locale = useLocale() as Locale;
  const { status, since, statusChoices } = form.model;
  const { before } = statusChoices;
  const [only = null] = form.choices.length === 1 ? form.choices : [];
  const summary = t('change.takeBack', { status: t(`status.${status}`), day: formatDay(locale, since) });
  return (
    <OneStatus
      {...form}
      label={t('change.instead')}
      chosen={before ?? only}
      words={before ? { [before]: t('change.asBefore', { status: t(`status.${before}`) }) } : {}}
      send={t('change.takeBackSend')}
      fold={{ summary, part: true }}
    />
  );
}

/** A status that was not recorded in its time. Nothing is chosen: which one may begin on a day depends on that day. */
function MissedForm(form: StatusFormProps) {
  const t = useTranslations('digital-models.change');
  const locale = useLocale() as Locale;
  const { since, foundedOn } = form.model;
  const last = lastDayBefore(since);
  const hint = t('missedHint', { first: formatDay(locale, foundedOn), last: formatDay(locale, last) });
  return (
    <OneStatus
      {...form}
      label={t('missedStatus')}
      send={t('missedSend')}
      fold={{ summary: t('missed', { day: formatDay(locale, since) }), part: true }}
    >
      <DateField name="from" label={t('from')} hint={hint} min={foundedOn} max={last} />
    </OneStatus>
  );
}
