import type { Locale } from '@/domain/locale';
import { db } from '@/prisma/client';

/** The newest wording that whoever signs up for a class, or asks to be told of one, agrees to. */
export async function findPublishedConsentText(
  purpose: 'training' | 'topic_wait',
  locale: Locale,
): Promise<{ id: string; body: string } | null> {
  return db.consentText.findFirst({
    where: { purpose, locale },
    orderBy: { edition: 'desc' },
    select: { id: true, body: true },
  });
}
