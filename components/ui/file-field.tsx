'use client';

import { useField } from './form-context';
import { PlainTextField } from './plain-fields';

type FileFieldProps = {
  /** ends in "File", so that the action takes it */
  name: `${string}File`;
  label: string;
  hint?: string;
  optional?: boolean;
  /** kinds the browser offers: ".xlsx,.csv" or "image/jpeg,image/png,image/webp" */
  accept: string;
};

/** A file from her device. The browser gives nothing back after a refusal: she chooses it again. */
export function FileField({ name, label, hint, optional, accept }: FileFieldProps) {
  const { id, errors } = useField(name, label);
  return (
    <PlainTextField
      {...{ id, name, label, errors, accept }}
      {...(hint ? { hint } : {})}
      {...(optional ? { optional } : {})}
      type="file"
      aria-required={!optional}
    />
  );
}
