import { useTranslations } from 'next-intl';
import { PlainSelectField } from '@/components/ui/forms/plain-fields';
import { FilterBar, FilterSelect } from '@/components/ui/tables/filter-bar';
import { type TargetIndicator, targetYears } from '@/domain/targets/target';
import type { Locale } from '@/i18n/locales';

type FilterProps = {
  action: string;
  locale: Locale;
  asked: { unitId: string; indicator: string; year: number; own?: boolean };
  indicators: readonly TargetIndicator[];
};

/** Which indicator, which year, and whether only places with a target of their own; the place stays. */
export function TargetFilter({ action, locale, asked, indicators }: FilterProps) {
  const t = useTranslations('targets.filter');
  return (
    <FilterBar action={action} label={t('label')}>
      <input type="hidden" name="unit" value={asked.unitId} />
      <PlainSelectField
        id="filter-indicator"
        name="indicator"
        label={t('indicator')}
        options={indicators.map(({ code, nameVi, nameEn }) => ({
          value: code,
          label: locale === 'vi' ? nameVi : nameEn,
        }))}
        defaultValue={asked.indicator}
      />
      <PlainSelectField
        id="filter-year"
        name="year"
        label={t('year')}
        options={targetYears().map((year) => ({ value: String(year), label: String(year) }))}
        defaultValue={String(asked.year)}
      />
      <FilterSelect
        name="own"
        label={t('own')}
        value={asked.own ? 'on' : ''}
        options={[{ value: 'on', label: t('ownOnly') }]}
      />
    </FilterBar>
  );
}
