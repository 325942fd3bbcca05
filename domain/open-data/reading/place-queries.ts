import { toDate, today } from '@/domain/days/day';
import { listPublishedCommunes } from '@/domain/units/queries';
import { db } from '@/prisma/client';

export type OpenPlace = { id: string; code: string; slug: string };

/** The commune of a code, also one that is no more: what was told of it stays. Null for a code that nobody ever had. */
export async function findPublishedPlace(code: string): Promise<OpenPlace | null> {
  const open = (await listPublishedCommunes()).find((commune) => commune.code === code);
  if (open) return { id: open.id, code, slug: open.slug };
  const former = await db.unit.findFirst({
    where: { level: 'commune', openedOn: { lte: toDate(today()) }, OR: [{ code }, { code: null, slug: code }] },
    select: { id: true, slug: true },
  });
  return former && { ...former, code };
}
