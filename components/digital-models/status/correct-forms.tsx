import { useLocale, useTranslations } from 'next-intl';
import { DateField } from '@/components/ui/forms/form';
import { lastDayBefore } from '@/domain/days/ending';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { OneStatus, type StatusFormProps } from './one-status';

/** The running status never was: what ran before it is chosen, so that a mistake is taken back by one touch. */
export function TakeBackForm(form: StatusFormProps) {
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
export function MissedForm(form: StatusFormProps) {
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
