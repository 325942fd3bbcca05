import 'server-only';
import { oneOf } from '@/app/address';
import type { PlacedRemarks } from '@/components/newsroom/remarks/placed-remarks';
import type { AlertParts } from '@/domain/articles/alerts/alert';
import type { ArticleDraft } from '@/domain/articles/draft';
import type { PictureWords } from '@/domain/articles/pictures/text-picture';
import type { GuideDraft } from '@/domain/guides/written-parts';
import { chosenIn, passagesOf, placedIn, quoteOf } from '@/domain/newsroom/remarks/passage';
import { type OpenRemarks, type Remark, remarksIn } from '@/domain/newsroom/remarks/remark';
import { type Locale, locales } from '@/i18n/locales';
import { remarkOnArticle, resolveRemark } from './actions';

type Query = Record<string, string | string[] | undefined>;
/** An article with what it says line by line. */
type Lined = {
  article: ArticleDraft;
  guide: GuideDraft | null;
  alert: Partial<Record<Locale, AlertParts>> | null;
};
/** `told`: what its pictures show. */
type Of = Lined & { open: OpenRemarks; locale: Locale; told: PictureWords };

/** The passages of the text in a language. */
function passagesIn({ article, guide, alert }: Lined, locale: Locale): string[] {
  const text = article.texts.find((each) => each.locale === locale);
  return text ? passagesOf(text, { guide: guide?.parts[locale], alert: alert?.[locale] }) : [];
}

/** The remarks on the text in a language, each beside the passage where it stands today, and the passage that the address asks about. */
export function placeRemarks({ open, locale, told, ...lined }: Of, query: Query): PlacedRemarks {
  const { article } = lined;
  const passages = passagesIn(lined, locale);
  return {
    article,
    locale,
    passages,
    told,
    remarks: placedIn(remarksIn(open.remarks, locale), passages),
    resolvable: open.resolvable && article.editable,
    asked: askedOf(passages, query),
    actions: { remarkOnArticle, resolveRemark },
  };
}

/**
 * Words that are not in the passage stand for all of it. Of one that is gone the head is asked about: what she wrote meanwhile can still
 * be sent.
 */
function askedOf(passages: readonly string[], query: Query): PlacedRemarks['asked'] {
  const [number = '', words] = [oneOf(query.remark), oneOf(query.words)];
  const isGone = /^\d{1,4}$/.test(number) && !passages[Number(number)];
  const at = isGone ? 0 : Number(number || Number.NaN);
  const passage = passages[at];
  if (!passage) return null;
  const address = { passage: Number(number), ...(words !== undefined && { words }) };
  return { passage: at, quote: chosenIn(passage, words) ?? quoteOf(passage), isGone, address };
}

/** Remarks on both texts, each with the number of the passage where it stands today; null where that is gone. */
export function placedToday(lined: Lined, remarks: readonly Remark[]) {
  const places = new Map<string, number>();
  for (const locale of locales)
    for (const [place, here] of placedIn(remarksIn(remarks, locale), passagesIn(lined, locale)).at)
      for (const { id } of here) places.set(id, place);
  return remarks.map((remark) => ({ ...remark, passage: places.get(remark.id) ?? null }));
}
