'use client';

import { useField } from '@/components/ui/forms/form-context';

type LeaveOutProps = {
  /** what is left out: a day, or the id of a session */
  value: string;
  label: string;
  /** of which day, for whoever only hears it */
  of: string;
  defaultChecked: boolean;
};

/** One thing of a preview that is left out when it is confirmed; what was chosen stays after a refusal. */
export function LeaveOut({ value, label, of, defaultChecked }: LeaveOutProps) {
  const { kept } = useField('leaveOut[]', label);
  const checked = kept === undefined ? defaultChecked : kept.split('\n').includes(value);
  return (
    <label key={String(checked)} className="choice">
      <input type="checkbox" name="leaveOut[]" value={value} defaultChecked={checked} />
      <span>
        {label}
        <span className="sr-only">: {of}</span>
      </span>
    </label>
  );
}
