import 'server-only';
import { oneOf } from '@/app/address';
import type { PlacedRemarks } from '@/components/newsroom/remarks/placed-remarks';
import type { ArticleDraft } from '@/domain/articles/draft';
import type { GuideDraft } from '@/domain/guides/written-parts';
import { chosenIn, passagesOf, placedIn, quoteOf } from '@/domain/newsroom/remarks/passage';
import { type OpenRemarks, remarksIn } from '@/domain/newsroom/remarks/remark';
import type { Locale } from '@/i18n/locales';
import { remarkOnArticle, resolveRemark } from './actions';

type Query = Record<string, string | string[] | undefined>;
type Of = { article: ArticleDraft; guide: GuideDraft | null; open: OpenRemarks; locale: Locale };

/** The remarks on the text in a language, each beside the passage where it stands today, and the passage that the address asks about. */
export function placeRemarks({ article, guide, open, locale }: Of, query: Query): PlacedRemarks {
  const text = article.texts.find((each) => each.locale === locale);
  const passages = text ? passagesOf(text, guide?.parts[locale]) : [];
  return {
    article,
    locale,
    passages,
    remarks: placedIn(remarksIn(open.remarks, locale), passages),
    resolvable: open.resolvable && article.editable,
    asked: askedOf(passages, query),
    actions: { remarkOnArticle, resolveRemark },
  };
}

/** A passage that is not there is not asked about; words that are not in it stand for all of it. */
function askedOf(passages: readonly string[], query: Query): PlacedRemarks['asked'] {
  const at = Number(oneOf(query.remark) ?? Number.NaN);
  const passage = passages[at];
  return passage ? { passage: at, quote: chosenIn(passage, oneOf(query.words)) ?? quoteOf(passage) } : null;
}
