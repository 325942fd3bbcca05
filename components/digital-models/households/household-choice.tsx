'use client';

import { describedBy, FieldAnswer, FieldSet } from '@/components/ui/forms/field';
import { useField } from '@/components/ui/forms/form-context';

export type HouseholdChoiceRow = { personId: string; who: string; about: string; size: string; sizeLabel: string };
type HouseholdChoiceProps = { label: string; hint: string; sizes: string; rows: readonly HouseholdChoiceRow[] };

/** Women whose households come along: a tick for each, and beside it how many live there. */
export function HouseholdChoice({ label, hint, sizes, rows }: HouseholdChoiceProps) {
  const { id, kept, errors } = useField('headPersonIds[]', label);
  const chosen = kept?.split('\n') ?? [];
  return (
    <FieldSet id={id} label={label} hint={hint} errors={errors}>
      <p aria-hidden="true" className="mb-1 text-right text-ink-2 text-sm">
        {sizes}
      </p>
      <ul key={chosen.join()} className="grid gap-x-8 gap-y-2 xl:grid-cols-2">
        {rows.map((row) => (
          <HouseholdRow key={row.personId} row={row} chosen={chosen.includes(row.personId)} />
        ))}
      </ul>
    </FieldSet>
  );
}

function HouseholdRow({
  row: { personId, who, about, size, sizeLabel },
  chosen,
}: {
  row: HouseholdChoiceRow;
  chosen: boolean;
}) {
  const { id, kept, errors } = useField(`sizes[${personId}]`, sizeLabel);
  const value = kept ?? size;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_4.5rem] gap-2">
      <label className="choice tile">
        <input type="checkbox" name="headPersonIds[]" value={personId} defaultChecked={chosen} />
        <span>
          {who} {about && <span className="field-hint mt-0 font-normal">{about}</span>}
        </span>
      </label>
      <input
        key={value}
        id={id}
        name={`sizes[${personId}]`}
        aria-label={sizeLabel}
        defaultValue={value}
        inputMode="numeric"
        autoComplete="off"
        maxLength={2}
        className="control text-center"
        {...describedBy(id, { label: sizeLabel, errors })}
      />
      {errors && (
        <span className="col-span-2">
          <FieldAnswer id={id} errors={errors} />
        </span>
      )}
    </li>
  );
}
