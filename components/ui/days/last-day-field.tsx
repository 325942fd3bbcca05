'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { addDays, type Day } from '@/domain/days/day';
import { readDay } from '@/domain/days/day-spelling';
import { formatDay, formatTypedDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { Checkbox } from '../forms/choice-fields';
import { describedBy, Field } from '../forms/field';
import { useField } from '../forms/form-context';
import { DayInput } from './date-field';

type LastDayProps = {
  label: string;
  /** the day that is offered; without it `example` stands in the sentence */
  defaultValue?: Day;
  example: Day;
  min?: Day | undefined;
  max?: Day | undefined;
  optional?: boolean;
};

/**
 * The last day of something, with a sentence that says which day still counts and which does not: of the day that is
 * typed where scripts run, of the offered one where not.
 */
export function LastDayField({ label, defaultValue, example, min, max, optional }: LastDayProps) {
  const { id, kept, errors, newer } = useField('lastDay', label);
  const [typed, type] = useState<string>();
  const t = useTranslations('ui.lastDay');
  const locale = useLocale() as Locale;
  const last = dayIn(typed) ?? dayIn(kept) ?? defaultValue ?? example;
  const hint = t('says', { last: formatDay(locale, last), next: formatDay(locale, addDays(last, 1)) });
  const words = { label, optional, errors, newer: newer === undefined ? undefined : formatTypedDay(locale, newer) };
  return (
    <Field id={id} {...words}>
      <span id={`${id}-hint`} aria-live="polite" className="field-hint">
        {hint}
      </span>
      <DayInput
        id={id}
        name="lastDay"
        min={min}
        max={max}
        defaultValue={kept ?? defaultValue}
        aria-required={!optional}
        onInput={({ currentTarget }) => type(currentTarget.value)}
        {...describedBy(id, { ...words, hint })}
      />
    </Field>
  );
}

function dayIn(text: string | undefined): Day | undefined {
  const read = readDay(text ?? '');
  return read.ok ? read.value : undefined;
}

type EndingProps = Omit<LastDayProps, 'optional' | 'example' | 'defaultValue'> & {
  defaultValue: Day;
  /** what is said of what was written down by mistake */
  never: string;
};

/** The last day, or that it never was: the two ways in which something ends (`domain/days/ending.ts`). */
export function EndingFields({ never, defaultValue, ...day }: EndingProps) {
  const t = useTranslations('ui.lastDay');
  return (
    <>
      <LastDayField {...day} defaultValue={defaultValue} example={defaultValue} />
      <Checkbox name="never" label={never} hint={t('neverHint')} />
    </>
  );
}
