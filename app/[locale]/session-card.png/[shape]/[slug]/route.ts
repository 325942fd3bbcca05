import { dependsOn } from '@/app/cache-tags';
import { cardResponse } from '@/app/share-cards/card-response';
import { sessionCard } from '@/app/share-cards/session-card';
import type { ShareCard } from '@/components/layout/share-cards/share-card';
import { findPublishedSession } from '@/domain/trainings/published/published-queries';
import { type Locale, localeAsked } from '@/i18n/locales';

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

type Props = { params: Promise<{ locale: string; shape: string; slug: string }> };

/** The card of a session. */
export async function GET(_request: Request, { params }: Props) {
  const { locale: asked, shape, slug } = await params;
  const locale = localeAsked(asked);
  return cardResponse(locale, shape, () => cardOf(locale, slug));
}

async function cardOf(locale: Locale, slug: string): Promise<ShareCard | null> {
  const session = await findPublishedSession(locale, slug);
  if (!session) return null;
  await dependsOn(`session:${session.id}`, 'courses', 'units', 'today');
  return sessionCard(locale, session);
}
