import { cache } from 'react';
import { citedDay, codeOfFigureSlug, editionOf } from '@/domain/figures/figure';
import { findPublishedFigure } from '@/domain/figures/published-queries';
import { listPublishedDefinitions } from '@/domain/indicators/definition-queries';
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
  const definition = figure && editionOf(figure, editions);
  return figure && definition ? { figure, definition } : null;
});

/** The number that an address names, with the definition that counted then; null where there is none. */
export const loadFigure = (locale: Locale, { slug, place, day }: Params) => load(locale, slug, place, day);

export type LoadedFigure = NonNullable<Awaited<ReturnType<typeof loadFigure>>>;
