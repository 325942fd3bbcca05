'use client';

import { keptValues, newerValues, useFormFacts } from '@/components/ui/forms/form-context';

/** Which report is corrected; after "changed meanwhile" the newer one, so that sending again corrects that. */
export function NumberOfReport({ value }: { value: string }) {
  const { state } = useFormFacts();
  return (
    <input type="hidden" name="number" value={newerValues(state)?.version ?? keptValues(state)?.number ?? value} />
  );
}
