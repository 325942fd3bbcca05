import { db } from '@/prisma/client';
import { type SecondAction, type SecondRule, secondActions } from './second-pair';

type Row = { action: SecondAction; fromCount: number | null; setAt: Date; setBy: string | null; reason: string | null };

/** The rules that hold today, in their order: whoever works here may know them. */
export async function listPublishedRules(): Promise<SecondRule[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT DISTINCT ON (r.action) r.action, r.from_count AS "fromCount", r.set_at AS "setAt", a.display_name AS "setBy", r.reason
    FROM second_pair_rule r LEFT JOIN account a ON a.id = r.set_by_id ORDER BY r.action, r.set_at DESC, r.id DESC`;
  return secondActions.flatMap((action) => rows.find((row) => row.action === action) ?? []);
}
