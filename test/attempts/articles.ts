import { draftArticle } from '@/domain/articles/commands';
import { findArticle } from '@/domain/articles/draft-queries';
import { publishArticle, withdrawArticle } from '@/domain/articles/publish-commands';
import { drafted, published, versionOf, writing } from '@/test/stages/articles';
import { type AttemptStage, type Attempts, done } from '../attempt';

export function articlesAttempts({ union, province }: AttemptStage): Attempts<'articles'> {
  return {
    'articles.see': async (viewer) =>
      (await findArticle(viewer, await drafted(province, writing(union.khuPho5)))) !== null,
    'articles.write': async (viewer) => done(await draftArticle(viewer, writing(union.khuPho5))),
    'articles.publish': async (viewer) => {
      const articleId = await drafted(province, writing(union.khuPho5));
      return done(await publishArticle(viewer, { articleId, version: await versionOf(province, articleId) }));
    },
    'articles.withdraw': async (viewer) =>
      done(await withdrawArticle(viewer, { articleId: await published(province, writing(union.khuPho5)) })),
  };
}
