'use client';

import { FieldSet } from '@/components/ui/forms/field';
import { useField } from '@/components/ui/forms/form-context';
import { Icon, type IconName } from '@/components/ui/icon';

export type TapOption = { value: string; label: string; icon?: IconName };

type TapChoicesProps = {
  name: string;
  label: string;
  options: readonly TapOption[];
  defaultValue?: string;
  /** short answers, as numbers: more of them in a row */
  short?: boolean;
  /** from here she goes on to what is asked next */
  onChosen?: (() => void) | undefined;
};

/** One answer out of a few, each as large as a thumb; as many in a row as the size of the text allows. */
export function TapChoices({ name, label, options, defaultValue = '', short, onChosen }: TapChoicesProps) {
  const { id, kept, errors } = useField(name, label);
  const value = kept ?? defaultValue;
  return (
    <FieldSet key={value} id={id} label={label} errors={errors}>
      <div className={short ? 'tap-choices short' : 'tap-choices'}>
        {options.map((option) => (
          <label key={option.value} className="choice tile">
            <input
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={option.value === value && (value !== '' || option.value === defaultValue)}
              onChange={onChosen}
            />
            {option.icon && <Icon name={option.icon} />}
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </FieldSet>
  );
}
