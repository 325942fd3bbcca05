import type { Statement, Transaction } from '@/prisma/transaction';

/** Ends rounds under way, and begins none of those that are `due`: devices may have been told of them since. Says how many. */
export async function holdPushes(tx: Transaction, due: Statement): Promise<number> {
  await tx.$executeRaw`DELETE FROM push`;
  const ended = await tx.$executeRaw`UPDATE push_round SET ended_at = now() WHERE ended_at IS NULL`;
  const kept = await tx.$executeRaw`
    INSERT INTO push_round (id, article_id, locale, ended_at)
    SELECT app.uuid7(), d."articleId"::uuid, d.locale, now() FROM (${due}) d ON CONFLICT DO NOTHING`;
  return ended + kept;
}
