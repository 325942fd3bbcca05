import type { Day } from '@/domain/days/day';
import type { Locale } from '@/domain/locale';
import { askForOffers } from '../documents/offers';
import type { CardRef } from './card';

/** A card that can be put into a text: what it is called, and what tells it apart. */
export type CardOffer = CardRef & { words: string; note: string | null };

/** Asks for public things by their words, and for figures of a day. */
export const askForCards = (locale: Locale, q: string, day: Day | null, signal: AbortSignal) =>
  askForOffers<CardOffer>('cards', { locale, q, day: day ?? '' }, signal);
