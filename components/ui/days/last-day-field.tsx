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
  defaultValue?: Day | undefined;
  example: Day;
  min?: Day | undefined;
  max?: Day | undefined;
  optional?: boolean;
};

/**
 * The last day of something, with a sentence that says which day still counts and which does not: of the day that is
 * typed where scripts run, of the offered one where not.
 */
export function LastDayField({ example, defaultValue, ...props }: LastDayProps) {
  const t = useTranslations('ui.lastDay');
  const locale = useLocale() as Locale;
  const says = (last: Day) => t('says', { last: formatDay(locale, last), next: formatDay(locale, addDays(last, 1)) });
  return (
    <SayingField name="lastDay" says={says} fallback={defaultValue ?? example} defaultValue={defaultValue} {...props} />
  );
}

type FirstDayAfterProps = { name: string; label: string; defaultValue: Day };

/** The day from which something is no more (a unit that is merged, split or closed), with the same sentence of it and the day before. */
export function FirstDayAfterField(props: FirstDayAfterProps) {
  const t = useTranslations('ui.lastDay');
  const locale = useLocale() as Locale;
  const says = (from: Day) =>
    t('saysFrom', { from: formatDay(locale, from), last: formatDay(locale, addDays(from, -1)) });
  return <SayingField says={says} fallback={props.defaultValue} {...props} />;
}

type SayingProps = Omit<LastDayProps, 'example'> & { name: string; says: (day: Day) => string; fallback: Day };

/** A day whose hint says what is true of it. */
function SayingField({ name, label, says, fallback, defaultValue, min, max, optional }: SayingProps) {
  const { id, kept, errors, newer } = useField(name, label);
  const [typed, type] = useState<string>();
  const locale = useLocale() as Locale;
  const hint = says(dayIn(typed) ?? dayIn(kept) ?? fallback);
  const words = { label, optional, errors, newer: newer === undefined ? undefined : formatTypedDay(locale, newer) };
  return (
    <Field id={id} {...words}>
      <span id={`${id}-hint`} aria-live="polite" className="field-hint">
        {hint}
      </span>
      <DayInput
        id={id}
        name={name}
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
