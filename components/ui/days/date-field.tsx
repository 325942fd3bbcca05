import { useLocale, useTranslations } from 'next-intl';
import type { InputHTMLAttributes } from 'react';
import { formatTypedDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { describedBy, Field, type FieldWords } from '../forms/field';
import { Icon } from '../icon';
import type { CalendarOffer } from './day-calendar';

type DayInputProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'defaultValue' | 'min' | 'max'> & {
  id: string;
  /** a day in any spelling, or what was typed instead */
  defaultValue?: string | undefined;
  /** the first and the last day that the calendar offers; the rule itself is the domain's */
  min?: string | undefined;
  max?: string | undefined;
};

const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;

/**
 * A day as 24/11/2026 in every browser; a browser's own field would show 11/24/2026. It is typed, in any spelling of
 * `readDay`, or chosen where scripts run. Its label bears the id `<id>-label`.
 */
export function DayInput({ id, defaultValue = '', min, max, className = '', ...attributes }: DayInputProps) {
  const t = useTranslations('ui.calendar');
  const locale = useLocale() as Locale;
  const words = {
    open: t('open'),
    title: t('title'),
    close: t('close'),
    today: t('today'),
    previousYear: t('previousYear'),
    previousMonth: t('previousMonth'),
    nextMonth: t('nextMonth'),
    nextYear: t('nextYear'),
    weekdays: WEEKDAYS.map((weekday) => t(`weekdays.${weekday}`)),
  };
  return (
    <span className={`day-input ${className}`.trimEnd()}>
      <input
        placeholder={t('placeholder')}
        {...attributes}
        id={id}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        data-day=""
        className="control"
        defaultValue={formatTypedDay(locale, defaultValue)}
      />
      <CalendarButton labelId={`${id}-label`} offer={{ locale, words, first: min, last: max }} />
    </span>
  );
}

/** The button is shown where scripts run and the browser knows dialogs (`.opens-calendars`). */
const CalendarButton = ({ labelId, offer }: { labelId: string; offer: CalendarOffer }) => (
  <button
    type="button"
    className="calendar-button"
    aria-label={offer.words.open}
    aria-describedby={labelId}
    aria-haspopup="dialog"
    data-calendar={JSON.stringify(offer)}
  >
    <Icon name="calendar" />
  </button>
);

type DateFieldProps = FieldWords & DayInputProps & { name: string };

/** The same with what surrounds a control; without a script it is a field to type into. */
export function PlainDateField({ label, hint, optional, errors, newer, ...attributes }: DateFieldProps) {
  const words = { label, hint, optional, errors, newer };
  return (
    <Field id={attributes.id} {...words}>
      <DayInput {...attributes} {...describedBy(attributes.id, words)} />
    </Field>
  );
}
