import { useTranslations } from 'next-intl';
import { PlainCheckbox } from '@/components/ui/forms/plain-fields';
import { FilterBar, FilterText } from '@/components/ui/tables/filter-bar';

type WomenSearchProps = {
  label: string;
  /** what the address says already: place, family, learner, wishes */
  kept: readonly (readonly [name: string, value: string])[];
  q: string | undefined;
  /** undefined where her reach goes no farther */
  whole: boolean | undefined;
};

/** Finds members by name, in the sub-association or the whole commune where her reach goes so far. */
export function WomenSearch({ label, kept, q, whole }: WomenSearchProps) {
  const t = useTranslations('pairs.new');
  return (
    <div className="mb-6">
      <FilterBar action="/admin/pairs/new" label={label}>
        {kept.map(([name, value]) => (
          <input key={`${name}-${value}`} type="hidden" name={name} value={value} />
        ))}
        <FilterText name="q" label={label} value={q} placeholder={t('searchHint')} />
        {whole !== undefined && (
          <PlainCheckbox id="women-whole" name="whole" label={t('whole')} defaultChecked={whole} />
        )}
      </FilterBar>
    </div>
  );
}
