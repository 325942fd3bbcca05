import { modelKinds } from '@/domain/digital-models/digital-model';
import { kindOfSlug, modelSlugs } from '@/domain/digital-models/model-slugs';
import { codeOfFigureSlug, figureSlug } from '@/domain/figures/figure';
import { isIndicator } from '@/domain/indicators/indicator';
import { type Locale, locales } from '@/domain/locale';
import { type CardKind, type CardRef, cardKinds, figureOfRef, isCardRef } from './card';

/** The beginning of the addresses that cards are written by; a test holds them beside the table of routes. */
export const cardAddresses: Record<CardKind, Record<Locale, readonly string[]>> = {
  commune: { vi: ['/xa-phuong/'], en: ['/en/communes/'] },
  model: { vi: ['/mo-hinh/'], en: ['/en/models/'] },
  session: { vi: ['/th/', '/tap-huan/'], en: ['/en/th/', '/en/trainings/'] },
  figure: { vi: ['/so-lieu/'], en: ['/en/figures/'] },
};

/** A line that is a card: the address of its page in double brackets, as it stands in the bar of a browser. */
export function readCard(line: string): CardRef | null {
  const [, address] = /^\[\[\s*(?:https?:\/\/[^/\s\]]{1,100})?(\/[^\s\]]{1,250}?)\/?\s*\]\]\s*$/.exec(line) ?? [];
  if (!address) return null;
  for (const of of cardKinds)
    for (const locale of locales) {
      const start = cardAddresses[of][locale].find((each) => address.startsWith(each));
      const ref = start && refOf(of, locale, address.slice(start.length));
      if (ref) return isCardRef(of, ref) ? { of, ref } : null;
    }
  return null;
}

/** The same line again, with the Vietnamese address. */
export const writtenCard = (card: CardRef): string => `[[${cardAddresses[card.of].vi[0]}${addressOf(card)}]]`;

function refOf(of: CardKind, locale: Locale, rest: string): string | null {
  if (of === 'model') return kindOfSlug(locale, rest) ?? rest;
  if (of !== 'figure') return rest;
  const [slug = '', ...place] = rest.split('/');
  const code = codeOfFigureSlug(locale, slug);
  return code ? [code, ...place].join('/') : null;
}

function addressOf({ of, ref }: CardRef): string {
  if (of === 'model') return modelKinds.some((kind) => kind === ref) ? modelSlugs[ref as 'digital_family'].vi : ref;
  if (of !== 'figure') return ref;
  const { code, place, day } = figureOfRef(ref);
  return [isIndicator(code) ? figureSlug(code, 'vi') : code, place, day].join('/');
}
