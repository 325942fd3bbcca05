import { useLocale, useTranslations } from 'next-intl';
import { FoldedPart } from '@/components/ui/panels/fold';
import { FilterBar, FilterChips, FilterDate, FilterSelect } from '@/components/ui/tables/filter-bar';
import type { Topic } from '@/domain/articles/article';
import type { Day } from '@/domain/days/day';
import { type TypedRange, yearOf } from '@/domain/search/range';
import type { Narrowing } from '@/domain/search/search';
import type { Commune } from '@/domain/units/unit';
import { formatDay } from '@/i18n/format';
import { type Locale, locales } from '@/i18n/locales';

/** What a chip stands for; the days are one together. */
export type Condition = 'commune' | 'topic' | 'days' | 'language';

type FilterProps = {
  action: string;
  question: string;
  narrowing: Narrowing;
  choices: { communes: readonly Commune[]; topics: readonly Topic[] };
  /** the days as the address says them, and whether they are turned round */
  typed?: (TypedRange & { turned?: true }) | undefined;
  /** the address without one condition, or without all of them */
  without: (name: Condition | 'all') => string;
  /** how many there are */
  found: string;
};

/** Narrows a search to a place, a topic, days and a language: folded, so that what was found is near on a phone. */
export function SearchFilter({ action, question, narrowing, choices, typed = {}, without, found }: FilterProps) {
  const t = useTranslations('search.filter');
  const { kind, commune, topic, language } = narrowing;
  const days = useDayWords(narrowing);
  const chips = [
    commune && {
      label: choices.communes.find(({ slug }) => slug === commune)?.name ?? commune,
      without: without('commune'),
    },
    topic && { label: choices.topics.find(({ code }) => code === topic)?.name ?? topic, without: without('topic') },
    days && { label: days, without: without('days') },
    language && { label: t(language), without: without('language') },
  ].filter((chip) => chip !== null && typeof chip === 'object');
  return (
    <>
      <FoldedPart
        summary={t('title')}
        open={chips.length > 0 || isWrong(typed, narrowing)}
        className="no-print border-rule border-y py-1"
      >
        <div className="pb-4">
          <FilterBar action={action} label={t('label')}>
            <input type="hidden" name="q" value={question} />
            {kind && <input type="hidden" name="kind" value={kind} />}
            <Fields narrowing={narrowing} choices={choices} typed={typed} />
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

/** "05/2026" is a month, and no day that cannot be read. */
const unreadOf = (typed: string | undefined, day: string | undefined) => (day ? undefined : typed);

const isWrong = ({ turned, from, to }: TypedRange & { turned?: true }, narrowing: Narrowing) =>
  Boolean(turned || unreadOf(from, narrowing.from) || unreadOf(to, narrowing.to));

/** From when to when, in words; the year where it is just one. */
function useDayWords({ from, to }: Narrowing): string | null {
  const t = useTranslations('search.filter');
  const locale = useLocale() as Locale;
  const year = yearOf({ ...(from && { from }), ...(to && { to }) });
  if (year) return t('inYear', { year });
  const said = (day: Day) => formatDay(locale, day);
  if (from && to) return t('between', { from: said(from), to: said(to) });
  return from ? t('since', { from: said(from) }) : to ? t('until', { to: said(to) }) : null;
}

function Fields({ narrowing, choices, typed = {} }: Pick<FilterProps, 'narrowing' | 'choices' | 'typed'>) {
  const t = useTranslations('search.filter');
  const { commune, topic, from, to, language } = narrowing;
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
      <FilterDate name="from" label={t('from')} typed={unreadOf(typed.from, from)} day={from} turned={typed.turned} />
      <FilterDate name="to" label={t('to')} typed={unreadOf(typed.to, to)} day={to} turned={typed.turned} />
      <FilterSelect
        name="language"
        label={t('language')}
        value={language}
        options={locales.map((one: Locale) => ({ value: one, label: t(one) }))}
      />
    </>
  );
}
