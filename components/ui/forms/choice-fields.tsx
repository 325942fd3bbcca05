'use client';

import { useTranslations } from 'next-intl';
import type { FieldProps } from './form';
import { useField } from './form-context';
import { type Option, type OptionGroup, PlainCheckbox, PlainChoices, PlainSelectField } from './plain-fields';

type SelectProps = FieldProps & { options: readonly (Option | OptionGroup)[]; empty?: string };

export function SelectField({ name, defaultValue = '', optional, options, empty, ...rest }: SelectProps) {
  const { id, kept, errors, newer } = useField(name, rest.label);
  const t = useTranslations('ui.form');
  const value = kept ?? defaultValue;
  const first = empty ?? (value === '' || optional ? t('choose') : undefined);
  // The key: a select does not take a new default value by itself.
  return (
    <PlainSelectField
      key={value}
      {...rest}
      id={id}
      name={name}
      optional={optional}
      errors={errors}
      options={options}
      empty={first}
      newer={newer === undefined ? undefined : labelOf(options, newer)}
      defaultValue={value}
      aria-required={!optional}
    />
  );
}

type CheckboxProps = { name: string; label: string; hint?: string; value?: string; defaultChecked?: boolean };

export function Checkbox({ name, value = 'on', defaultChecked = false, ...rest }: CheckboxProps) {
  const { id, kept, errors, newer } = useField(name, rest.label);
  const t = useTranslations('ui.form');
  return (
    <PlainCheckbox
      {...rest}
      id={id}
      name={name}
      value={value}
      errors={errors}
      defaultChecked={kept === undefined ? defaultChecked : kept === value}
      newer={newer === undefined ? undefined : t(newer === value || newer === 'true' ? 'yes' : 'no')}
    />
  );
}

type RadioProps = FieldProps & { options: readonly Option[] };

/** One answer out of a few that all stand there to be read. */
export function RadioGroup({ name, defaultValue = '', options, ...rest }: RadioProps) {
  const { id, kept, errors, newer } = useField(name, rest.label);
  const value = kept ?? defaultValue;
  return (
    <PlainChoices
      key={value}
      type="radio"
      {...rest}
      id={id}
      name={name}
      options={options}
      errors={errors}
      chosen={[value]}
      newer={newer === undefined ? undefined : labelOf(options, newer)}
    />
  );
}

type GroupProps = Omit<FieldProps, 'defaultValue'> & { options: readonly Option[]; defaultValues?: readonly string[] };

/** Any number of answers. The name ends in [], so that the action reads a list. */
export function CheckboxGroup({ name, defaultValues = [], options, ...rest }: GroupProps) {
  const { id, kept, errors, newer } = useField(name, rest.label);
  const chosen = kept === undefined ? defaultValues : kept.split('\n');
  return (
    <PlainChoices
      key={chosen.join()}
      type="checkbox"
      {...rest}
      id={id}
      name={name}
      options={options}
      errors={errors}
      chosen={chosen}
      newer={newer
        ?.split('\n')
        .map((value) => labelOf(options, value))
        .join(', ')}
    />
  );
}

const labelOf = (options: readonly (Option | OptionGroup)[], value: string) =>
  options
    .flatMap((option) => ('options' in option ? option.options : [option]))
    .find((option) => option.value === value)?.label ?? value;
