import type { Locale } from '@/domain/locale';
import { db } from '@/prisma/client';
import { keptValue } from '@/prisma/kept/kept-values';

/**
 * The newest wording that whoever signs up for a class, or asks to be told of one, agrees to. It is kept: only a release
 * brings a new one.
 */
export const findPublishedConsentText = (
  purpose: 'training' | 'topic_wait',
  locale: Locale,
): Promise<{ id: string; body: string } | null> =>
  keptValue(`consent text ${purpose} ${locale}`, [], () =>
    db.consentText.findFirst({
      where: { purpose, locale },
      orderBy: { edition: 'desc' },
      select: { id: true, body: true },
    }),
  );
