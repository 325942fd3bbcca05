import type { Viewer } from '@/domain/access/viewer';
import type { ArticleDraft } from '@/domain/articles/draft';
import { holdArticle } from '@/domain/articles/shown-writes';
import { placeKeys } from '@/domain/articles/written-names/written-names';
import type { PublishInput } from '@/domain/newsroom/publish-input';
import { ok, problem, type Result } from '@/domain/result';
import { listPublishedCommunes } from '@/domain/units/queries';
import type { Transaction } from '@/prisma/transaction';
import { findNames, piecesOf } from './name-queries';
import { answersTo, type Naming, type NamingProblem, nameOthers, unanswered } from './naming';
import { readNames } from './naming-queries';

/**
 * What she who lets an article out says of the names in it, to be kept with her deed, inside a transaction that holds the article. Nothing
 * goes out while one is not answered for. The words of its pictures are those that she answers for: they are held too.
 */
export async function settleNames(
  viewer: Viewer,
  tx: Transaction,
  article: ArticleDraft,
  input: PublishInput,
): Promise<Result<Naming[], NamingProblem>> {
  // an older text than the newest is refused by its version
  if (article.version !== input.version) return ok([]);
  await holdPictures(tx, article.editionId);
  const [found, communes] = await Promise.all([readNames(viewer, article, tx), listPublishedCommunes()]);
  const places = placeKeys(communes.map(({ name }) => name));
  if (nameOthers(found, [input.noteVi ?? '', input.noteEn ?? ''], places)) return problem('note-names');
  return answersTo(found, input);
}

const holdPictures = (tx: Transaction, editionId: string) => tx.$executeRaw`
  SELECT FROM media_asset WHERE id IN (SELECT m.asset_id FROM media_use m JOIN edition_text t ON t.id = m.text_id WHERE t.edition_id = ${editionId}::uuid)
  ORDER BY id FOR NO KEY UPDATE`;

/** Whether words that are read in the place of an article name nobody but whom somebody has answered for in it; holds the article. */
export async function nameNobodyElse(tx: Transaction, article: ArticleDraft, words: readonly (string | null)[]) {
  await holdArticle(tx, article.id);
  const said = words.flatMap((each) => each ?? []);
  return unanswered(await findNames(tx, piecesOf(article), said)).length === 0;
}
