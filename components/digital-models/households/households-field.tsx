import { useTranslations } from 'next-intl';
import type { HouseholdCandidate } from '@/domain/digital-models/households/household';
import { HouseholdChoice } from './household-choice';

type HouseholdsFieldProps = {
  candidates: readonly HouseholdCandidate[];
  more: boolean /** the unit that hosts the family */;
  hostName: string;
};

/** Several households at once: each tick brings the household that the woman heads, or a new one where she has none. */
export function HouseholdsField({ candidates, more, hostName }: HouseholdsFieldProps) {
  const t = useTranslations('digital-models.households.many');
  const rows = candidates.map(({ personId, name, birthYear, unitName, size, others }) => ({
    personId,
    who: birthYear ? t('who', { name, year: String(birthYear) }) : name,
    about: [
      ...(unitName === hostName ? [] : [unitName]),
      ...(others.length > 0 ? [t('livingWith', { others: others.join(', ') })] : []),
    ].join('; '),
    size: size ? String(size) : '',
    sizeLabel: t('sizeOf', { name }),
  }));
  return (
    <>
      <HouseholdChoice label={t('label')} hint={t('hint')} sizes={t('sizes')} rows={rows} />
      {more && <p className="mb-4 text-ink-2">{t('more')}</p>}
    </>
  );
}
