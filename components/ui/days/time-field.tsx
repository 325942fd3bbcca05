'use client';

import { useTranslations } from 'next-intl';
import { readClock } from '@/domain/days/day-spelling';
import { useField } from '../forms/form-context';
import { PlainTextField } from '../forms/plain-fields';

type TimeFieldProps = { name: string; label: string; hint?: string; optional?: boolean; defaultValue?: string };

/** When women meet; any other time can be typed. */
const USUAL =
  '07:00 07:30 08:00 08:30 09:00 09:30 10:00 11:00 13:00 13:30 14:00 14:30 15:00 16:00 17:00 18:00 18:30 19:00 19:30 20:00 21:00';

const spell = (typed: string) => readClock(typed) ?? typed;

/** A time of day as 14:00, whatever language the browser speaks, typed in any spelling of `readClock`. */
export function TimeField({ name, defaultValue = '', optional, ...rest }: TimeFieldProps) {
  const { id, kept, errors, newer } = useField(name, rest.label);
  const t = useTranslations('ui.form');
  return (
    <>
      <PlainTextField
        {...rest}
        id={id}
        name={name}
        optional={optional}
        errors={errors}
        newer={newer !== undefined && newer !== spell(kept ?? '') ? newer : undefined}
        defaultValue={spell(kept ?? defaultValue)}
        inputMode="numeric"
        autoComplete="off"
        placeholder={t('clock')}
        list={`${id}-usual`}
        onBlur={({ currentTarget }) => {
          currentTarget.value = spell(currentTarget.value);
        }}
        aria-required={!optional}
      />
      <datalist id={`${id}-usual`}>
        {USUAL.split(' ').map((clock) => (
          <option key={clock} value={clock} />
        ))}
      </datalist>
    </>
  );
}
