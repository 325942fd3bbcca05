import { db } from '@/prisma/client';

const AT_ONCE = 1_000;

/**
 * Empties what tells who signed up without a record, a year after the session, and who waited for a topic for a year. Says how
 * many rows it emptied; they stay and are counted.
 */
export async function forgetSignUps(mayGoOn: () => Promise<boolean> = async () => true): Promise<number> {
  let forgotten = 0;
  for (let some = await forget(); some > 0; some = (await mayGoOn()) ? await forget() : 0) forgotten += some;
  return forgotten;
}

async function forget(): Promise<number> {
  const [row] = await db.$queryRaw<{ forgotten: number }[]>`SELECT app.forget_sign_ups(${AT_ONCE}::int) AS forgotten`;
  return row?.forgotten ?? 0;
}
