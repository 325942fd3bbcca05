import { cardSvg } from '@/components/layout/share-cards/card-drawing';
import { type CardShape, cardShapes, type ShareCard } from '@/components/layout/share-cards/share-card';
import { listPublishedCommunes } from '@/domain/units/queries';
import type { Locale } from '@/i18n/locales';
import { rasterOf } from '@/server/storage/raster';

const shapeNamed = (locale: Locale, slug: string): CardShape | undefined =>
  (Object.keys(cardShapes) as CardShape[]).find((shape) => cardShapes[shape].slug[locale] === slug);

/** The card as a picture; an address that names no shape, or nothing that has a card, leads nowhere. */
export async function cardResponse(
  locale: Locale,
  slug: string,
  cardOf: () => Promise<ShareCard | null>,
): Promise<Response> {
  const shape = shapeNamed(locale, slug);
  const card = shape && (await cardOf());
  if (!card) return new Response(null, { status: 404 });
  const svg = cardSvg(shape, card, await listPublishedCommunes());
  const png = await rasterOf(svg, cardShapes[shape].width);
  return new Response(new Uint8Array(png), { headers: { 'content-type': 'image/png' } });
}
