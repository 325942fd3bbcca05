import { dependsOn } from '@/app/cache-tags';
import { cardKey } from '@/domain/articles/cards/card';
import type { ModelTold } from '@/domain/articles/cards/card-view';
import { findPublishedTold } from '@/domain/articles/cards/published-card-queries';
import type { Locale } from '@/i18n/locales';

/** The model that a story tells of, as a card tells it; nothing where it is not public. */
export async function subjectModelTold(locale: Locale, modelId: string | null): Promise<ModelTold | undefined> {
  if (!modelId) return undefined;
  const card = { of: 'model', ref: modelId } as const;
  const view = (await findPublishedTold(locale, [card])).get(cardKey(card));
  return view?.of === 'model' ? view.model : undefined;
}

/** The same on a public page, which is drawn anew when a model moves. */
export async function publicSubjectModel(locale: Locale, modelId: string | null): Promise<ModelTold | undefined> {
  if (modelId) await dependsOn('figures:province');
  return subjectModelTold(locale, modelId);
}
