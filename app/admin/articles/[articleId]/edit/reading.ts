import 'server-only';
import { keptThisMinute } from '@/domain/access/kept-queries';
import type { Viewer } from '@/domain/access/viewer';
import { findAlertDraft } from '@/domain/articles/alerts/alert-queries';
import type { ArticleDraft } from '@/domain/articles/draft';
import { findArticle } from '@/domain/articles/draft-queries';
import { mapTextPictures } from '@/domain/articles/pictures/text-picture-queries';
import { findGuideDraft } from '@/domain/guides/parts-queries';
import { isId } from '@/domain/id';
import { listOpenRemarks } from '@/domain/newsroom/remarks/remark-queries';
import { findStanding } from '@/domain/newsroom/standing-queries';
import { aboutChoices } from '../../choices';
import { changedSince, compareLanguages } from '../compared';

/**
 * An article to go on with: with what is said of it, or, where it has its hour, with where it stands. Null where she may not write. Kept until
 * something is written or a minute begins.
 */
export const findArticleToEdit = async (viewer: Viewer, articleId: string) =>
  isId(articleId) ? keptThisMinute(viewer, `article ${articleId} to edit`, () => read(viewer, articleId)) : null;

async function read(viewer: Viewer, articleId: string) {
  const article = await findArticle(viewer, articleId);
  if (!article?.editable) return null;
  return article.scheduled
    ? { article, standing: await findStanding(viewer, article.id) }
    : { article, work: await readWork(viewer, article) };
}

async function readWork(viewer: Viewer, article: ArticleDraft) {
  const [choices, within, texts, changed, guide, alert, { remarks }] = await Promise.all([
    aboutChoices(viewer),
    mapTextPictures(viewer, article, viewer.locale),
    compareLanguages(viewer, article),
    changedSince(viewer, article),
    article.kind === 'guide' ? findGuideDraft(viewer, article.id) : null,
    article.kind === 'alert' ? findAlertDraft(viewer, article.id) : null,
    listOpenRemarks(viewer, article.id),
  ]);
  return { choices, within, texts, changed, guide, alert, remarks };
}
