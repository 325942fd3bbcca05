import type { Viewer } from '@/domain/access/viewer';
import type { Transaction } from '@/prisma/transaction';

/** Who wrote any part of an edition, its words, parts or picture, does not approve it. */
export const noteAuthor = (tx: Transaction, { accountId }: Pick<Viewer, 'accountId'>, editionId: string) =>
  tx.editionAuthor.upsert({
    where: { editionId_accountId: { editionId, accountId } },
    create: { editionId, accountId },
    update: { wroteAt: new Date() },
    select: { editionId: true },
  });

/** Begins an edition without any text; says its id. By hand: Prisma would name the state too, which only decisions may set. */
export async function openEdition(
  tx: Transaction,
  viewer: Pick<Viewer, 'accountId'>,
  articleId: string,
  number: number,
): Promise<string> {
  const [edition] = await tx.$queryRaw<[{ id: string }]>`
    INSERT INTO edition (id, article_id, number) VALUES (app.uuid7(), ${articleId}::uuid, ${number}) RETURNING id::text`;
  await noteAuthor(tx, viewer, edition.id);
  return edition.id;
}
