import type { Day } from '@/domain/days/day';
import { CITY_SLUG, saidOf } from '@/domain/figures/figure';
import { findPublishedFigure } from '@/domain/figures/published-queries';
import { listPublishedDefinitions } from '@/domain/indicators/definition-queries';
import { type Definition, type Figure, publicCodes } from '@/domain/indicators/indicator';
import type { Locale } from '@/domain/locale';
import { allBits, bitsOf, spacedWords, wordsOf } from '@/domain/texts/search-words';

/** Each figure is counted before it is offered. */
const FIGURES_MAX = 3;
const PLACES_MAX = 2;

export type OfferedFigure = { ref: string; definition: Definition; place: string; figure: Figure };

/**
 * Figures of a day that a question means: of the communes that it names, or else of the city, those whose name holds its other words; three
 * at most. A place that is silent on the day has none.
 */
export async function listPublishedOffers(
  locale: Locale,
  question: string,
  day: Day,
  communes: readonly { slug: string; name: string }[],
): Promise<OfferedFigure[]> {
  const definitions = (await listPublishedDefinitions(locale, publicCodes)).filter(
    ({ from, to }) => from <= day && (to === null || day < to),
  );
  const places = communes.length > 0 ? communes.slice(0, PLACES_MAX) : [{ slug: CITY_SLUG, name: '' }];
  const asked = places.flatMap((place) => {
    const words = wordsOf(question).filter((word) => bitsOf([word], spacedWords(place.name)) === 0);
    if (words.length === 0 && place.slug === CITY_SLUG) return [];
    return definitions
      .filter(({ name }) => bitsOf(words, spacedWords(name)) === allBits(words))
      .map((definition) => ({ place, definition }));
  });
  const told = await Promise.all(
    asked.slice(0, FIGURES_MAX).map(async ({ place, definition }) => ({
      ref: `${definition.code}/${place.slug}/${day}`,
      definition,
      found: await findPublishedFigure(definition.code, place.slug, day),
    })),
  );
  return told.flatMap(({ found, ...offer }) =>
    found ? [{ ...offer, place: found.place.name, figure: saidOf(found) }] : [],
  );
}
