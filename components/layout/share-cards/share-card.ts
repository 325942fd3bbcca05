import type { Scene } from '@/domain/articles/scenes/scene';
import type { Drawing } from '@/domain/guides/guide';

/** What a shared page is seen by before it is opened: a picture of its words, and beside them what it is about. */
export type ShareCard = {
  title: string;
  /** a sentence below the title */
  words: string | null;
  /** place or day, at the foot; none of a place that is silent */
  line: string | null;
  /** what stands beside the words */
  picture: CardPicture;
  /** code of the commune that is lit, and what its icon says */
  place: string | null;
  subject: string | null;
  /** the words that mark what is made up */
  demo: string | null;
};

export type CardPicture =
  /** a scene; two women are other ones for other pieces */
  | { kind: 'scene'; scene: Scene; piece: string }
  /** the phone of a guide */
  | { kind: 'phone'; drawing: Drawing; topic: string | null }
  | TakenPicture
  /** a leaf of the calendar: the name of the day, its number, its month, the hours */
  | { kind: 'leaf'; weekday: string; day: string; month: string; times: string }
  /** a number that stands for the whole page */
  | { kind: 'figure'; figure: string };

/** A picture that was taken: everybody in it agreed to it on a card. `words`: what it shows, `focal`: what is not cut off, in per cent from the left and the top. */
export type TakenPicture = {
  kind: 'taken';
  id: string;
  words: string;
  width: number;
  height: number;
  widths: number[];
  focal: { x: number; y: number };
};

/** `wide` is what messengers show above a link, `square` what stands small beside one. Sides in pixels. */
export const cardShapes = {
  wide: { width: 1200, height: 630, slug: { vi: 'ngang', en: 'wide' } },
  square: { width: 1080, height: 1080, slug: { vi: 'vuong', en: 'square' } },
} as const;
export type CardShape = keyof typeof cardShapes;

/** A number has this many signs at most; longer ones stand in words alone. */
const FIGURE_MAX = 8;

/** A number beside the words where there is a short one, else the two women. */
export const figureOr = (figure: string | null, piece: string): CardPicture =>
  figure !== null && figure.length <= FIGURE_MAX
    ? { kind: 'figure', figure }
    : { kind: 'scene', scene: 'women', piece };

/** The card as one hears it: what it says, then what is seen on it. */
export const cardWords = ({ title, words, line, demo, picture }: ShareCard): string =>
  [title, words, line, picture.kind === 'taken' ? picture.words : null, demo]
    .flatMap((part) => (part ? [part.replace(/[.\s]+$/, '')] : []))
    .join('. ')
    .concat('.');
