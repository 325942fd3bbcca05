import { CITY_SLUG, figureSlug } from '@/domain/figures/figure';
import { coverageIndicator, type IndicatorCode, publicCodes } from '@/domain/indicators/indicator';
import { CITY, levels } from '../figure';
import { citedStatements, countOf, indicatorStatements } from '../indicators';
import type { Language } from '../reading';
import { isAsked, type Known, type Look, page, someTelling } from './look';

/** On the first so many days the coverage of all communes that tell one, in Vietnamese; on the others of a few. */
const DAYS_OF_ALL = 2;
const ALL = ['some', 'zero'];

/** The address that keeps a number: coverage of the city and of communes that report, and every other number of the city. A silent commune has none. */
export const figureLooks = (known: Known, language: Language): Look[] =>
  known.truth.days.flatMap((day, at) => [
    ...levels.flatMap((level) => {
      const code = coverageIndicator(level);
      const { former, of } = known.truth;
      const all = at < DAYS_OF_ALL && language === 'vi';
      const told = all
        ? former.filter(({ slug }) => ALL.includes(of(slug, level, day).state))
        : someTelling(known.truth, level, day);
      return [CITY, ...told.map(({ slug }) => slug)].flatMap((place) => lookAt(known, language, { code, place, day }));
    }),
    ...publicCodes
      .filter((code) => !code.startsWith('coverage_') && (countOf(code) || at === 0))
      .flatMap((code) => lookAt(known, language, { code, place: CITY, day })),
  ]);

type Cited = { code: IndicatorCode; place: string; day: string };

function lookAt(known: Known, language: Language, { code, place, day }: Cited): Look[] {
  if (!isAsked(known, code)) return [];
  const [words, at] = [known.words[language], language === 'vi' ? '/so-lieu' : '/en/figures'];
  const address = `${at}/${figureSlug(code, language)}/${place === CITY ? CITY_SLUG : place}/${day}`;
  return [
    page(address, day, (html) => [
      ...citedStatements(html, { code, whole: place }, words),
      ...indicatorStatements(html, { code, whole: place }, words, known.truth.former),
    ]),
  ];
}
