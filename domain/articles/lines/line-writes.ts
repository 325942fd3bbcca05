import type { Viewer } from '@/domain/access/viewer';
import type { Transaction } from '@/prisma/transaction';

/** Has the lines of some texts kept by the database, with the words they stand with, before others take their place; notes who writes those. */
export const keepLines = (
  tx: Transaction,
  { accountId }: Pick<Viewer, 'accountId'>,
  texts: readonly { id: string }[],
) => tx.$executeRaw`
  UPDATE edition_text SET lines = NULL, parts = NULL, wrote_by_id = ${accountId}::uuid, wrote_at = ${new Date()}
  WHERE id = ANY (${texts.map(({ id }) => id)}::uuid[])`;
