import type { Locale } from '@/domain/trainings/session-view';
import { db } from '@/prisma/client';

/** The newest wording that whoever signs up agrees to. */
export async function findPublishedConsentText(locale: Locale): Promise<{ id: string; body: string } | null> {
  return db.consentText.findFirst({
    where: { purpose: 'training', locale },
    orderBy: { edition: 'desc' },
    select: { id: true, body: true },
  });
}
