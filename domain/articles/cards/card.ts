import type { Day } from '@/domain/days/day';
import type { Figure, IndicatorCode, UnitOfMeasure } from '@/domain/indicators/indicator';
import type { ArticleNode } from '../document';

/** What can stand in a text as a card: a public thing of the portal, told anew each time; of a figure what was said of its day. */
export const cardKinds = ['commune', 'model', 'session', 'figure'] as const;
export type CardKind = (typeof cardKinds)[number];

/** More cards make a text a list of links. */
export const CARDS_MAX = 10;

const SLUG = '[a-z0-9]+(?:-[a-z0-9]+)*';
/** The slug of a commune, a kind of model or the id of one, the number of a session or its slug, a number with its place and day. */
const SHAPES: Record<CardKind, RegExp> = {
  commune: new RegExp(`^${SLUG}$`),
  model: /^(?:[a-z_]{5,40}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/,
  session: new RegExp(`^${SLUG}$`),
  figure: new RegExp(`^[a-z_]{5,40}/${SLUG}/\\d{4}-\\d\\d-\\d\\d$`),
};
const REF_MAX = 200;

export const isCardKind = (value: unknown): value is CardKind => cardKinds.some((kind) => kind === value);
export const isCardRef = (of: CardKind, ref: unknown): ref is string =>
  typeof ref === 'string' && ref.length <= REF_MAX && SHAPES[of].test(ref);

export type CardRef = { of: CardKind; ref: string };

/** What a node of a text leads to; null where it is no card. */
export function cardOf({ type, attrs }: ArticleNode): CardRef | null {
  if (type !== 'card' || !isCardKind(attrs?.of) || !isCardRef(attrs.of, attrs.ref)) return null;
  return { of: attrs.of, ref: attrs.ref };
}

/** One name for what a card leads to, however often it stands in a text. */
export const cardKey = ({ of, ref }: CardRef) => `${of} ${ref}`;

/** A figure as it was told when its card was written: that is what readers are told for good. */
export type SaidFigure = Figure & {
  /** of the number, in the language of the text */
  name: string;
  measure: UnitOfMeasure;
  /** as it was called on the day */
  place: { name: string; kind: string | null; level: 'province' | 'commune' };
  /** a report had closed it */
  closed: boolean;
  demo: boolean;
};

/** What the portal itself wrote beside the reference of a card. `words`: for search and for whoever reads the words alone. */
export type KeptCard = CardRef & { words: string; figure?: SaidFigure };

/** The cards of a text as they are kept, in their order. */
export function keptCardsOf(node: ArticleNode): KeptCard[] {
  const card = cardOf(node);
  if (!card) return (node.content ?? []).flatMap(keptCardsOf);
  const { words, figure } = node.attrs ?? {};
  return [
    { ...card, words: typeof words === 'string' ? words : '', ...(figure ? { figure: figure as SaidFigure } : {}) },
  ];
}

/** The same text with other cards in their places; one without an answer is taken out. */
export const withCards = (node: ArticleNode, cardFor: (card: CardRef) => KeptCard | undefined): ArticleNode => {
  const content = node.content?.flatMap((child) => {
    const card = cardOf(child);
    if (!card) return [withCards(child, cardFor)];
    const kept = cardFor(card);
    return kept ? [{ type: 'card', attrs: kept }] : [];
  });
  return content ? { ...node, content } : node;
};

/** The number, place and day of a figure's card. */
export function figureOfRef(ref: string): { code: IndicatorCode; place: string; day: Day } {
  const [code = '', place = '', day = ''] = ref.split('/');
  return { code: code as IndicatorCode, place, day: day as Day };
}
