import { HiddenField } from '@/components/ui/forms/form';

/** Values of the page before, carried along unseen; a list as several fields of one name. */
export function HiddenValues({ values }: { values: Record<string, string | readonly string[]> }) {
  return Object.entries(values).map(([name, value]) =>
    typeof value === 'string' ? (
      <HiddenField key={name} name={name} value={value} />
    ) : (
      value.map((each) => <HiddenField key={`${name} ${each}`} name={`${name}[]`} value={each} />)
    ),
  );
}
