import { useTranslations } from 'next-intl';
import { FilterBar, FilterText } from '@/components/ui/filter-bar';
import { PlainCheckbox } from '@/components/ui/plain-fields';

type WomenSearchProps = {
  unitId: string;
  family: string | undefined;
  q: string | undefined;
  whole: boolean | undefined;
};

/** Shortens the list of members, or widens it to the whole commune where her reach goes so far. */
export function WomenSearch({ unitId, family, q, whole }: WomenSearchProps) {
  const t = useTranslations('pairs.new');
  return (
    <div className="mb-6">
      <FilterBar action="/admin/pairs/new" label={t('search')}>
        <input type="hidden" name="unit" value={unitId} />
        {family && <input type="hidden" name="family" value={family} />}
        <FilterText name="q" label={t('search')} value={q} placeholder={t('searchHint')} />
        {whole !== undefined && (
          <PlainCheckbox id="women-whole" name="whole" label={t('whole')} defaultChecked={whole} />
        )}
      </FilterBar>
    </div>
  );
}
