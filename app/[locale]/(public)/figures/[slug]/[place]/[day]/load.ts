import { cache } from 'react';
import { citedDay, codeOfFigureSlug } from '@/domain/figures/figure';
import { findPublishedFigure } from '@/domain/figures/published-queries';
import { listPublishedDefinitions } from '@/domain/indicators/queries';
import type { Locale } from '@/i18n/locales';

type Params = { slug: string; place: string; day: string };

const load = cache(async (locale: Locale, slug: string, place: string, text: string) => {
  const code = codeOfFigureSlug(locale, slug);
  const day = code && citedDay(code, text);
  if (!code || !day) return null;
  const [figure, editions] = await Promise.all([
    findPublishedFigure(code, place, day),
    listPublishedDefinitions(locale, [code]),
  ]);
  const counted = figure?.filings[0]?.edition;
  const definition =
    editions.find(({ edition }) => edition === counted) ??
    editions.find(({ from, to }) => from <= day && (to === null || day < to));
  return figure && definition ? { figure, definition } : null;
});

/** The number that an address names, with the definition that counted then; null where there is none. */
export const loadFigure = (locale: Locale, { slug, place, day }: Params) => load(locale, slug, place, day);

export type LoadedFigure = NonNullable<Awaited<ReturnType<typeof loadFigure>>>;
