import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Option } from '@/components/ui/forms/plain-fields';
import { FilterBar, FilterText } from '@/components/ui/tables/filter-bar';
import type { Candidate } from '@/domain/digital-models/people/model-people';

/** Finds women of the sub-association by name, before one is chosen below. */
export function CandidateSearch({
  action,
  q,
  children,
}: {
  action: string;
  q: string | undefined;
  children?: ReactNode;
}) {
  const t = useTranslations('digital-models.people');
  return (
    <div className="mb-4">
      <FilterBar action={action} label={t('searchLabel')}>
        {children}
        <FilterText name="q" label={t('search')} value={q} placeholder={t('searchHint')} />
      </FilterBar>
    </div>
  );
}

/** A woman as she is picked: by name, year of birth and unit. */
export function useCandidateOptions(candidates: readonly Candidate[]): Option[] {
  const t = useTranslations('digital-models.people');
  return candidates.map(({ id, name, birthYear, unitName: unit }) => ({
    value: id,
    label: birthYear ? t('person', { name, year: String(birthYear), unit }) : t('personNoYear', { name, unit }),
  }));
}
