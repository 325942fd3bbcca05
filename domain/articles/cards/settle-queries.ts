import { citedDay, codeOfFigureSlug, editionOf, figureSlug, saidOf } from '@/domain/figures/figure';
import { findPublishedFigure } from '@/domain/figures/published-queries';
import { listPublishedDefinitions } from '@/domain/indicators/definition-queries';
import { isIndicator } from '@/domain/indicators/indicator';
import type { Locale } from '@/domain/locale';
import { ok, problem, type Result } from '@/domain/result';
import type { ArticleNode } from '../document';
import { documentOf } from '../documents/written';
import type { ArticleText } from '../drafting/draft-fields';
import { type CardRef, cardKey, figureOfRef, type KeptCard, keptCardsOf, type SaidFigure, withCards } from './card';
import type { CardView } from './card-view';
import { findPublishedTold } from './published-card-queries';
import { writtenCard } from './written-card';

/** A text as it is kept: its document, whose cards say what they said when they came in. */
export type SettledText = Omit<ArticleText, 'body'> & { body: ArticleNode };
type Before = { locale: Locale; body: ArticleNode };

/**
 * What is to be kept of written texts. A card that stood in the text goes on saying what it said; a new one must lead to something public, or
 * `card-not-public`.
 */
export async function settlePublishedCards(
  texts: readonly ArticleText[],
  before: readonly Before[],
): Promise<Result<SettledText[], 'card-not-public'>> {
  const stood = before.flatMap(({ locale, body }) => keptCardsOf(body).map((card) => ({ locale, card })));
  const said = new Map(stood.map(({ card }) => [cardKey(card), card.figure]));
  const each = await Promise.all(
    texts.map(async ({ body, ...text }) => {
      const document = documentOf(body);
      const own = stood.filter(({ locale }) => locale === text.locale);
      const kept = new Map(own.map(({ card }) => [cardKey(card), card]));
      const fresh = keptCardsOf(document).filter((card) => !kept.has(cardKey(card)));
      const found = new Map([...kept, ...(await newCards(text.locale, fresh, said))]);
      const missing = fresh.find((card) => !found.has(cardKey(card)));
      return { ...text, missing, body: withCards(document, (card) => found.get(cardKey(card))) };
    }),
  );
  const missing = each.find((text) => text.missing)?.missing;
  if (missing) return problem('card-not-public', { card: writtenCard(missing) });
  return ok(each.map(({ missing: _, ...text }) => text));
}

/** New cards of a language by what was written; those without an entry lead to nothing public. */
async function newCards(
  locale: Locale,
  cards: readonly CardRef[],
  said: ReadonlyMap<string, SaidFigure | undefined>,
): Promise<Map<string, KeptCard>> {
  const others = cards.filter(({ of }) => of !== 'figure');
  const [told, figures] = await Promise.all([
    findPublishedTold(locale, others),
    Promise.all(
      cards.filter(({ of }) => of === 'figure').map((card) => figureCard(locale, card, said.get(cardKey(card)))),
    ),
  ]);
  const kinds = await kindNames(locale, others);
  const found = others.flatMap((card) => {
    const view = told.get(cardKey(card));
    return view ? [[cardKey(card), keptAs(card, view, kinds)] as const] : [];
  });
  return new Map([...found, ...figures.flatMap((card) => (card ? [[cardKey(card), card] as const] : []))]);
}

/** A session is kept by its number, which outlives its address. */
function keptAs(card: CardRef, view: CardView, kinds: ReadonlyMap<string, string>): KeptCard {
  if (view.of === 'session') return { of: 'session', ref: String(view.session.number), words: view.session.title };
  if (view.of === 'model') return { ...card, words: `${view.model.name}, ${view.model.place.name}` };
  return { ...card, words: view.of === 'commune' ? view.commune.name : (kinds.get(card.ref) ?? '') };
}

/** What kinds of models are called: as the indicators that count them are. */
async function kindNames(locale: Locale, cards: readonly CardRef[]): Promise<Map<string, string>> {
  const codes = cards.map(({ ref }) => `models_${ref}`).filter(isIndicator);
  const definitions = codes.length > 0 ? await listPublishedDefinitions(locale, codes) : [];
  return new Map(definitions.map(({ code, name }) => [code.replace('models_', ''), name]));
}

/** A number as it is told now: what a report closed, or else what is counted; in another language what that one said. */
async function figureCard(locale: Locale, card: CardRef, before: SaidFigure | undefined): Promise<KeptCard | null> {
  const { code: asked, place, day: text } = figureOfRef(card.ref);
  const code = codeOfFigureSlug('vi', figureSlug(asked, 'vi'));
  const day = code === asked && citedDay(code, text);
  if (!code || !day) return null;
  const [figure, editions] = await Promise.all([
    findPublishedFigure(code, place, day),
    listPublishedDefinitions(locale, [code]),
  ]);
  const definition = figure && editionOf(figure, editions);
  if (!figure || !definition) return null;
  const { done, whole, percent, state } = before ?? saidOf(figure);
  const { name, kind, level, demo } = figure.place;
  const said: SaidFigure = {
    done,
    whole,
    percent,
    state,
    demo,
    name: definition.name,
    measure: definition.measure,
    place: { name, kind, level },
    closed: before?.closed ?? figure.filings.length > 0,
  };
  return { ...card, words: `${definition.name}: ${name}`, figure: said };
}
