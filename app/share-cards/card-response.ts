import { cardSvg } from '@/components/layout/share-cards/card-drawing';
import { cardLayouts } from '@/components/layout/share-cards/card-layout';
import {
  type CardShape,
  cardShapes,
  type ShareCard,
  type TakenPicture,
} from '@/components/layout/share-cards/share-card';
import { listPublishedCommunes } from '@/domain/units/queries';
import type { Locale } from '@/i18n/locales';
import { cropOf, widthFor } from '@/server/storage/crop';
import { jpegOf, rasterOf } from '@/server/storage/raster';

const shapeNamed = (locale: Locale, slug: string): CardShape | undefined =>
  (Object.keys(cardShapes) as CardShape[]).find((shape) => cardShapes[shape].slug[locale] === slug);

const nothingThere = () => new Response(null, { status: 404 });

/** The card as a picture; an address that names no shape, or nothing that has a card, leads nowhere. */
export async function cardResponse(
  locale: Locale,
  slug: string,
  cardOf: () => Promise<ShareCard | null>,
): Promise<Response> {
  const shape = shapeNamed(locale, slug);
  const card = shape && (await cardOf());
  if (!card) return nothingThere();
  const svg = cardSvg(shape, card, await listPublishedCommunes());
  const png = await rasterOf(svg, cardShapes[shape].width);
  return new Response(new Uint8Array(png), { headers: { 'content-type': 'image/png' } });
}

type PictureCard = {
  card: ShareCard;
  /** the same without a picture that was taken */
  drawn: ShareCard;
  /** the file of that picture so many pixels wide; null once somebody in it does not agree */
  fileOf: (taken: TakenPicture, width: number) => Promise<Uint8Array | null>;
};

/** The card with the picture that was taken, of as many colours as that has; without it while it may not be shown. */
export async function pictureCardResponse(
  locale: Locale,
  slug: string,
  cardOf: () => Promise<PictureCard | null>,
): Promise<Response> {
  const shape = shapeNamed(locale, slug);
  const found = shape && (await cardOf());
  if (!found) return nothingThere();
  const below = await laidBelow(shape, found);
  const svg = cardSvg(shape, below ? found.card : found.drawn, await listPublishedCommunes());
  const jpeg = await jpegOf(svg, cardShapes[shape].width, below);
  return new Response(new Uint8Array(jpeg), { headers: { 'content-type': 'image/jpeg' } });
}

async function laidBelow(shape: CardShape, { card: { picture }, fileOf }: PictureCard) {
  if (picture.kind !== 'taken') return null;
  const box = cardLayouts[shape].taken;
  const file = await fileOf(picture, widthFor(picture, box));
  return file && { file, at: { left: box.x, top: box.y }, ...cropOf(picture, box) };
}
