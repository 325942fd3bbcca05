import { Field } from '@/components/ui/forms/field';
import { FilterSelect } from '@/components/ui/tables/filter-bar';
import { UnitInput } from './unit-input';
import { isToBeAsked, type UnitQuestion } from './unit-option';

type UnitFilterProps = { name: string; label: string; question: UnitQuestion };

/** Narrows a list to a unit. Where there is one alone there is nothing to narrow. */
export function UnitFilter({ name, label, question }: UnitFilterProps) {
  const { few, chosen, scope, offered } = question;
  if (!isToBeAsked(question)) return null;
  if (few) return <FilterSelect name={name} label={label} value={chosen?.value} options={few} />;
  const id = `filter-${name}`;
  return (
    <Field id={id} label={label}>
      <UnitInput id={id} name={name} scope={scope} chosen={chosen} offered={offered} />
    </Field>
  );
}
