'use client';

import type { ReactNode } from 'react';
import { ChoiceSegment } from '@/components/ui/forms/choice-segment';
import { useField } from '@/components/ui/forms/form-context';
import type { Option } from '@/components/ui/forms/plain-fields';

type ConsentSheetAnswerProps = {
  name: string;
  purpose: string;
  /** the last one says that she was not asked */
  options: readonly Option[];
  children: ReactNode;
};

/** One purpose of a sheet: what she is read, and what she answers, kept as it was tapped. */
export function ConsentSheetAnswer({ name, purpose, options, children }: ConsentSheetAnswerProps) {
  const { id, kept = '' } = useField(name, purpose);
  return (
    <fieldset id={id} key={kept} className="border-rule border-t py-4">
      <legend className="float-left w-full font-semibold text-[1.125rem]">{purpose}</legend>
      <div className="clear-left">{children}</div>
      <div className="grid max-w-xl grid-cols-[repeat(auto-fit,minmax(min(100%,6.25rem),1fr))] gap-1.5">
        {options.map(({ value, label }) => (
          <ChoiceSegment key={value} name={name} value={value} chosen={value === kept} quiet={value === ''}>
            {label}
          </ChoiceSegment>
        ))}
      </div>
    </fieldset>
  );
}
