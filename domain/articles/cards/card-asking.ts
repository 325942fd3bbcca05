import type { Day } from '@/domain/days/day';
import type { Locale } from '@/domain/locale';
import type { CardRef } from './card';

/** A card that can be put into a text: what it is called, and what tells it apart. */
export type CardOffer = CardRef & { words: string; note: string | null };

/** Asks the portal, from a browser, for public things by their words, and for figures of a day; null where no answer comes. */
export async function askForCards(
  locale: Locale,
  q: string,
  day: Day | null,
  signal: AbortSignal,
): Promise<CardOffer[] | null> {
  try {
    const answer = await fetch(`/api/articles/cards?${new URLSearchParams({ locale, q, day: day ?? '' })}`, { signal });
    return answer.ok ? ((await answer.json()) as CardOffer[]) : null;
  } catch {
    return null;
  }
}
