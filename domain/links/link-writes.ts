import type { Transaction } from '@/prisma/transaction';
import type { Target } from './link';

/** Notes addresses, each once; several who collect at once take them in one order. Says how many they were. */
export async function noteTargets(tx: Transaction, found: readonly Target[]): Promise<number> {
  const targets = [
    ...new Map(found.map(({ address, host }): [string, Target] => [address, { address, host }])).values(),
  ].sort((one, other) => (one.address < other.address ? -1 : 1));
  await tx.$executeRaw`INSERT INTO link (id, address, host)
    SELECT app.uuid7(), x.address, x.host FROM jsonb_to_recordset(${JSON.stringify(targets)}::jsonb) AS x(address text, host text) ON CONFLICT (address) DO UPDATE SET host = excluded.host WHERE link.host IS DISTINCT FROM excluded.host`;
  return targets.length;
}
