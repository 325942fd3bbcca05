import { draftArticle } from '@/domain/articles/commands';
import { findArticle } from '@/domain/articles/draft-queries';
import { approveArticle } from '@/domain/newsroom/decision-commands';
import { withdrawArticle } from '@/domain/newsroom/publish-commands';
import { ruleApproval } from '@/domain/newsroom/rulings/ruling-commands';
import { db } from '@/prisma/client';
import { createSubAssociation } from '@/test/factories/units';
import { another, drafted, published, submitted, versionOf, withdrawing, writing } from '@/test/stages/articles';
import { type AttemptStage, type Attempts, done } from '../attempt';

export function articlesAttempts({ union, province }: AttemptStage): Attempts<'articles'> {
  return {
    'articles.see': async (viewer) =>
      (await findArticle(viewer, await drafted(province, writing(union.khuPho5)))) !== null,
    'articles.write': async (viewer) => done(await draftArticle(viewer, writing(union.khuPho5))),
    'articles.publish': async (viewer) => {
      const writer = await another(province);
      const articleId = await drafted(writer, writing(union.khuPho5));
      await submitted(writer, articleId);
      const version = await versionOf(province, articleId);
      return done(await approveArticle(viewer, { articleId, version, locales: ['vi', 'en'] }));
    },
    'articles.withdraw': async (viewer) =>
      done(await withdrawArticle(viewer, withdrawing(await published(province, writing(union.khuPho5))))),
    'articles.rule': async (viewer) => {
      const unit = await createSubAssociation(db, union.longHung);
      return done(await ruleApproval(viewer, { unitId: unit.id, reason: 'Chi hội chỉ có một người viết.' }));
    },
  };
}
