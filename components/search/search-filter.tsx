import { useTranslations } from 'next-intl';
import { FoldedPart } from '@/components/ui/panels/fold';
import { FilterBar, FilterChips, FilterSelect } from '@/components/ui/tables/filter-bar';
import type { Topic } from '@/domain/articles/article';
import type { Narrowing } from '@/domain/search/search';
import type { Commune } from '@/domain/units/unit';
import { type Locale, locales } from '@/i18n/locales';

type FilterProps = {
  action: string;
  question: string;
  narrowing: Narrowing;
  choices: { communes: readonly Commune[]; topics: readonly Topic[]; years: readonly number[] };
  /** the address without one condition, or without all of them */
  without: (name: 'commune' | 'topic' | 'year' | 'language' | 'all') => string;
  /** how many there are */
  found: string;
};

/** Narrows a search to a place, a topic, a year and a language: folded, so that what was found is near on a phone. */
export function SearchFilter({ action, question, narrowing, choices, without, found }: FilterProps) {
  const t = useTranslations('search.filter');
  const { kind, commune, topic, year, language } = narrowing;
  const chips = [
    commune && {
      label: choices.communes.find(({ slug }) => slug === commune)?.name ?? commune,
      without: without('commune'),
    },
    topic && { label: choices.topics.find(({ code }) => code === topic)?.name ?? topic, without: without('topic') },
    year && { label: t('inYear', { year: String(year) }), without: without('year') },
    language && { label: t(language), without: without('language') },
  ].filter((chip) => typeof chip === 'object');
  return (
    <>
      <FoldedPart summary={t('title')} open={chips.length > 0} className="no-print border-rule border-y py-1">
        <div className="pb-4">
          <FilterBar action={action} label={t('label')}>
            <input type="hidden" name="q" value={question} />
            {kind && <input type="hidden" name="kind" value={kind} />}
            <Fields narrowing={narrowing} choices={choices} />
          </FilterBar>
        </div>
      </FoldedPart>
      <FilterChips chips={chips} found={found} />
      {chips.length > 1 && (
        <p className="no-print -mt-2 mb-3">
          <a href={without('all')} className="inline-flex min-h-11 items-center font-semibold">
            {t('clear')}
          </a>
        </p>
      )}
    </>
  );
}

function Fields({ narrowing, choices }: Pick<FilterProps, 'narrowing' | 'choices'>) {
  const t = useTranslations('search.filter');
  const { commune, topic, year, language } = narrowing;
  return (
    <>
      <FilterSelect
        name="commune"
        label={t('commune')}
        value={commune}
        options={choices.communes.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
      <FilterSelect
        name="topic"
        label={t('topic')}
        value={topic}
        options={choices.topics.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <FilterSelect
        name="year"
        label={t('year')}
        value={year === undefined ? year : String(year)}
        options={choices.years.map((one) => ({ value: String(one), label: String(one) }))}
      />
      <FilterSelect
        name="language"
        label={t('language')}
        value={language}
        options={locales.map((one: Locale) => ({ value: one, label: t(one) }))}
      />
    </>
  );
}
