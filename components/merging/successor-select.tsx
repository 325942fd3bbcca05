'use client';

import { keptValues, useFormFacts } from '@/components/ui/forms/form-context';
import { type Option, type OptionGroup, PlainSelectField } from '@/components/ui/forms/plain-fields';

type SuccessorSelectProps = {
  /** "office:<id>": what is chosen for stands in front of each value */
  item: string;
  /** the thing itself, and where it is */
  label: string;
  hint: string;
  options: readonly (Option | OptionGroup)[];
  first: string;
};

/**
 * The successor for one thing. All of them are sent under one name, and each finds its own choice again after a
 * refusal.
 */
export function SuccessorSelect({ item, label, hint, options, first }: SuccessorSelectProps) {
  const { id, state } = useFormFacts();
  const kept = keptValues(state)
    ?.choices?.split('\n')
    .find((choice) => choice.startsWith(`${item}=`));
  const value = kept ?? first;
  return (
    <PlainSelectField
      key={value}
      id={`${id}-${item}`}
      name="choices[]"
      label={label}
      hint={hint}
      options={options}
      defaultValue={value}
    />
  );
}
