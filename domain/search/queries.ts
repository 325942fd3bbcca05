import type { ModelKind } from '@/domain/digital-models/digital-model';
import type { Locale } from '@/domain/locale';
import { wordsOf } from '@/domain/texts/search-words';
import { searchPublishedArticles } from './article-queries';
import { searchPublishedCommunes } from './commune-queries';
import { searchPublishedIndicators } from './indicator-queries';
import { searchPublishedModels } from './model-queries';
import { type Found, isLookedFor, type Narrowing, NOTHING } from './search';
import { searchPublishedSessions } from './session-queries';
import { foundAmong, type Indexed } from './told';

/**
 * What everybody may read for a question, best first; accents, capitals and former names make no difference. A question without a
 * letter or digit finds nothing. `explained`: kinds of models in the words of the pages.
 */
export async function searchPublished(
  locale: Locale,
  question: string,
  narrowing: Narrowing = {},
  explained: readonly Indexed<ModelKind>[] = [],
): Promise<Found> {
  if (wordsOf(question).length === 0) return NOTHING;
  const asks = (kind: Parameters<typeof isLookedFor>[0]) => isLookedFor(kind, narrowing);
  const [{ communes, near }, sessions, models, articles, indicators] = await Promise.all([
    asks('commune') ? searchPublishedCommunes(question) : NOTHING,
    asks('session') ? searchPublishedSessions(locale, question, narrowing) : NOTHING.sessions,
    asks('model') ? searchPublishedModels(question, narrowing.commune ?? null) : NOTHING.models,
    asks('article') ? searchPublishedArticles(locale, question, narrowing) : NOTHING.articles,
    asks('indicator') ? searchPublishedIndicators(locale, question) : NOTHING.indicators,
  ]);
  const kinds = asks('model') && !narrowing.commune ? foundAmong(explained, question) : [];
  const told = kinds.map(({ key, ...words }) => ({ kind: key, ...words, place: null }));
  return { communes, near, sessions, models: [...told, ...models], articles, indicators };
}
