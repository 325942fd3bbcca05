import { cache } from 'react';
import { dependsOn } from '@/app/cache-tags';
import type { PublishedArticle } from '@/domain/articles/article';
import type { ModelTold } from '@/domain/articles/cards/card-view';
import type { ArticleDraft } from '@/domain/articles/draft';
import type { UnitTold } from '@/domain/articles/subject-unit/subject-unit';
import { findPublishedUnitTold } from '@/domain/articles/subject-unit/subject-unit-queries';
import { dayOf, today } from '@/domain/days/day';
import type { Locale } from '@/i18n/locales';
import { publicSubjectModel, subjectModelTold } from './subject-model';

type Subjects = { model: ModelTold | undefined; unit: UnitTold | null };

/** The model and the unit that a story tells of, as they stand on its public page. */
export async function publicSubjects(locale: Locale, article: PublishedArticle): Promise<Subjects> {
  const [model, unit] = await Promise.all([
    publicSubjectModel(locale, article.subjectModelId),
    publicSubjectUnit(article),
  ]);
  return { model, unit };
}

/** The same of what is written, the unit by its name of today. */
export async function draftSubjects(locale: Locale, article: ArticleDraft): Promise<Subjects> {
  const { subjectModelId, subjectUnitId } = article;
  const [model, unit] = await Promise.all([
    subjectModelTold(locale, subjectModelId),
    subjectUnitId ? findPublishedUnitTold(subjectUnitId, today()) : null,
  ]);
  return { model, unit };
}

/** The unit that a story tells of, by the name that it had when that was first public; on a page that is drawn anew when units change. */
export const publicSubjectUnit = cache(
  async ({ subjectUnitId, publishedAt }: PublishedArticle): Promise<UnitTold | null> => {
    if (!subjectUnitId) return null;
    await dependsOn('units', 'today');
    return findPublishedUnitTold(subjectUnitId, dayOf(new Date(publishedAt)));
  },
);
