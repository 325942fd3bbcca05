import { useTranslations } from 'next-intl';
import type { Option } from '@/components/ui/forms/plain-fields';
import { Link } from '@/components/ui/link';
import { FilterBar, FilterChips, FilterSelect, FilterText } from '@/components/ui/tables/filter-bar';
import { UnitFilter } from '@/components/units/choice/unit-filter';
import type { UnitQuestion } from '@/components/units/choice/unit-option';
import type { listPublishedSkills } from '@/domain/courses/skill-queries';
import { networkKinds, officeTitles } from '@/domain/people/person';
import type { Locale } from '@/i18n/locales';
import { type AskedPeople, addressOf, kinds, peoplePath } from './asked';

type FilterProps = {
  locale: Locale;
  asked: AskedPeople;
  place: UnitQuestion;
  skills: Awaited<ReturnType<typeof listPublishedSkills>>;
  found: string;
};

/** The filters of the register, and how many women they leave. */
export function PeopleFilters({ locale, asked, place, skills: published, found }: FilterProps) {
  const t = useTranslations('people');
  const skills = published.map(({ id, nameVi, nameEn }) => ({ value: id, label: locale === 'vi' ? nameVi : nameEn }));
  const chips = [
    { label: asked.q && `“${asked.q}”`, without: { q: undefined } },
    { label: asked.unitId && place.chosen?.label, without: { unitId: undefined } },
    {
      label: asked.kind && (asked.kind === 'left' ? t('list.left') : t(`kind.${asked.kind}`)),
      without: { kind: undefined },
    },
    { label: asked.title && t(`office.${asked.title}`), without: { title: undefined } },
    { label: asked.network && t(`network.${asked.network}`), without: { network: undefined } },
    { label: skills.find(({ value }) => value === asked.skillId)?.label, without: { skillId: undefined } },
  ];
  return (
    <>
      <Bar asked={asked} place={place} skills={skills} />
      <FilterChips
        as={Link}
        found={found}
        chips={chips.flatMap(({ label, without }) =>
          label ? [{ label, without: addressOf({ ...asked, ...without }) }] : [],
        )}
      />
    </>
  );
}

type BarProps = Pick<FilterProps, 'asked' | 'place'> & { skills: Option[] };

/** The fields themselves: a name, a unit and a kind, and behind them what is asked for less often. */
function Bar({ asked, place, skills }: BarProps) {
  const t = useTranslations('people');
  return (
    <FilterBar
      action={peoplePath}
      label={t('list.label')}
      more={{
        open: Boolean(asked.title || asked.network || asked.skillId),
        fields: (
          <>
            <FilterSelect
              name="office"
              label={t('list.office')}
              value={asked.title}
              options={officeTitles.map((title) => ({ value: title, label: t(`office.${title}`) }))}
            />
            <FilterSelect
              name="network"
              label={t('list.network')}
              value={asked.network}
              options={networkKinds.map((kind) => ({ value: kind, label: t(`network.${kind}`) }))}
            />
            <FilterSelect name="skill" label={t('list.skill')} value={asked.skillId} options={skills} />
          </>
        ),
      }}
    >
      <FilterText name="q" label={t('list.q')} value={asked.q} placeholder={t('list.placeholder')} />
      <UnitFilter name="unit" label={t('list.unit')} question={place} />
      <FilterSelect
        name="kind"
        label={t('list.kind')}
        value={asked.kind}
        options={kinds.map((kind) => ({ value: kind, label: kind === 'left' ? t('list.left') : t(`kind.${kind}`) }))}
      />
    </FilterBar>
  );
}
