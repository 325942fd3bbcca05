import { useTranslations } from 'next-intl';
import { RadioGroup } from '@/components/ui/forms/choice-fields';
import { FilterBar, FilterText } from '@/components/ui/tables/filter-bar';
import { NOBODY } from '@/domain/accounts/account';
import type { PersonRow } from '@/domain/people/person';

/** What was sought: nothing yet, or words and the records within her reach that they may mean. */
export type SoughtPeople = { q: string | undefined; people: readonly PersonRow[]; more: boolean };

type SearchProps = { action: string; q: string | undefined; unitId?: string | undefined };

/** Finds the record of whoever signs in, before one is chosen below. `action` is the page itself, with the unit that it is about. */
export function PersonSearch({ action, q, unitId }: SearchProps) {
  const t = useTranslations('accounts.person');
  return (
    <FilterBar action={action} label={t('search')}>
      {unitId && <input type="hidden" name="unit" value={unitId} />}
      <FilterText name="q" label={t('search')} value={q} placeholder={t('searchHint')} />
    </FilterBar>
  );
}

/** Nothing that the words mean, said where the choice would stand. */
export function NobodyFound({ sought }: { sought: SoughtPeople }) {
  const t = useTranslations('accounts.person');
  return sought.q && sought.people.length === 0 ? (
    <p role="status" className="mt-4 font-semibold">
      {t('nothingFound')}
    </p>
  ) : null;
}

/** One of the records found, told apart by year of birth, unit and masked number; nobody is chosen beforehand. */
export function PersonField({ sought, orNobody = false }: { sought: SoughtPeople; orNobody?: boolean }) {
  const t = useTranslations('accounts.person');
  const found = sought.people.map(({ id, name, birthYear, unitName, communeName, phone }) => {
    const unit = [unitName, communeName !== unitName && communeName].filter(Boolean).join(', ');
    return {
      value: id,
      label: birthYear ? t('person', { name, year: String(birthYear), unit }) : t('personNoYear', { name, unit }),
      ...(phone ? { hint: phone } : {}),
    };
  });
  const nobody = { value: NOBODY, label: t('nobody'), hint: t('nobodyHint') };
  return (
    <RadioGroup
      name="personId"
      label={t('choose')}
      {...(sought.more ? { hint: t('chooseMore') } : {})}
      options={orNobody ? [...found, nobody] : found}
    />
  );
}
