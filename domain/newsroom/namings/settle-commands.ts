import type { Viewer } from '@/domain/access/viewer';
import type { ArticleDraft } from '@/domain/articles/draft';
import { placeKeys } from '@/domain/articles/written-names/written-names';
import type { PublishInput } from '@/domain/newsroom/publish-input';
import { ok, type Result } from '@/domain/result';
import { listPublishedCommunes } from '@/domain/units/queries';
import type { Transaction } from '@/prisma/transaction';
import { answersTo, type Naming, type NamingProblem } from './naming';
import { readNames } from './naming-queries';

/**
 * What she who lets an article out says of the names in it, to be kept with her deed, inside a transaction that holds the article. Nothing
 * goes out while one is not answered for.
 */
export async function settleNames(
  viewer: Viewer,
  tx: Transaction,
  article: ArticleDraft,
  input: PublishInput,
): Promise<Result<Naming[], NamingProblem>> {
  // an older text than the newest is refused by its version
  if (article.version !== input.version) return ok([]);
  const [found, communes] = await Promise.all([readNames(viewer, article, tx), listPublishedCommunes()]);
  const places = placeKeys(communes.map(({ name }) => name));
  return answersTo(found, input, [input.noteVi ?? '', input.noteEn ?? ''], places);
}
