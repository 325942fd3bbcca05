import { createHash } from 'node:crypto';
import { absolute, type SharedImage } from '@/app/metadata';
import { type CardShape, cardShapes, cardWords, type ShareCard } from '@/components/layout/share-cards/share-card';
import type { Locale } from '@/i18n/locales';
import { hrefTo, type RouteName } from '@/i18n/routes';

/** Raised when cards are drawn otherwise: whoever keeps one of before asks for it anew. */
const DRAWN = 1;

/** What changes with whatever the card says, and with nothing else. */
const versionOf = (card: ShareCard) =>
  createHash('sha256')
    .update(JSON.stringify([DRAWN, card]))
    .digest('hex')
    .slice(0, 10);

type CardAddress = {
  route: Extract<RouteName, 'shareCard' | 'sessionCard' | 'figureCard'>;
  params: Record<string, string>;
};

/** A card in both shapes, as the head of a page names it: with a picture that was taken it lies at an address of its own. */
export const sharedImages = (locale: Locale, card: ShareCard, { route, params }: CardAddress): SharedImage[] =>
  (Object.keys(cardShapes) as CardShape[]).map((shape) => {
    const { width, height, slug } = cardShapes[shape];
    const at = card.picture.kind === 'taken' ? 'pictureCard' : route;
    const path = hrefTo(locale, at, { ...params, shape: slug[locale] }, { v: versionOf(card) });
    return { url: absolute(path), width, height, alt: cardWords(card) };
  });
