import type { Viewer } from '@/domain/access/viewer';
import type { ArticleDraft } from '@/domain/articles/draft';
import { holdArticle } from '@/domain/articles/shown-writes';
import type { PublishInput } from '@/domain/newsroom/publish-input';
import { ok, problem, type Result } from '@/domain/result';
import type { Transaction } from '@/prisma/transaction';
import { findNames, listPlaces } from './name-queries';
import { answersTo, type Naming, type NamingProblem, nameOthers, piecesOf, unanswered } from './naming';
import { readNames } from './naming-queries';

/**
 * What she who lets an article out says of the names in it, inside a transaction that holds the article; its pictures are held too. Nothing goes
 * out while one is not answered for.
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
  const found = await readNames(viewer, article, tx);
  const notes = [input.noteVi, input.noteEn].flatMap((note) => note || []);
  if (notes.length > 0 && nameOthers(found, notes, await listPlaces(viewer, tx))) return problem('note-names');
  return answersTo(found, input);
}

const holdPictures = (tx: Transaction, editionId: string) => tx.$executeRaw`
  SELECT FROM media_asset WHERE id IN (SELECT m.asset_id FROM media_use m JOIN edition_text t ON t.id = m.text_id WHERE t.edition_id = ${editionId}::uuid)
  ORDER BY id FOR NO KEY UPDATE`;

/** Whether words that are read in the place of an article name nobody but whom somebody has answered for in it; holds the article. */
export async function nameNobodyElse(
  viewer: Viewer,
  tx: Transaction,
  article: ArticleDraft,
  words: readonly (string | null)[],
): Promise<boolean> {
  await holdArticle(tx, article.id);
  const said = words.flatMap((each) => each ?? []);
  return unanswered(await findNames(viewer, piecesOf(article), said, tx)).length === 0;
}
