import type { Transaction } from '@/prisma/transaction';
import { dueRoundsSql } from './round-queries';

/** More than were ever published within hours. */
const ALL = 10_000;

/** Ends rounds under way, and begins none for what was public already: devices may have been told of it since. Says how many. */
export async function holdPushes(tx: Transaction): Promise<number> {
  await tx.$executeRaw`DELETE FROM push`;
  const ended = await tx.$executeRaw`UPDATE push_round SET ended_at = now() WHERE ended_at IS NULL`;
  const kept = await tx.$executeRaw`
    INSERT INTO push_round (id, article_id, locale, ended_at)
    SELECT app.uuid7(), d."articleId"::uuid, d.locale, now() FROM (${dueRoundsSql(ALL)}) d ON CONFLICT DO NOTHING`;
  return ended + kept;
}
