import { dependsOn } from '@/app/cache-tags';
import { articleCard, drawnCard, kindNamed } from '@/app/share-cards/article-card';
import { articleOfCard } from '@/app/share-cards/article-of-card';
import { pictureCardResponse } from '@/app/share-cards/card-response';
import type { TakenPicture } from '@/components/layout/share-cards/share-card';
import { findPublishedSize } from '@/domain/articles/pictures/published-picture-queries';
import { localeAsked } from '@/i18n/locales';
import { keptFiles } from '@/server/storage/kept-files';

/** The same for everyone, kept until somebody in the picture says otherwise; nothing is drawn while building. */
export const dynamic = 'force-static';
export const generateStaticParams = () => [];

type Props = { params: Promise<{ locale: string; shape: string; of: string; slug: string }> };

/** The card of an article with the picture at its head; whoever was sent one before a woman took back her yes is shown the drawing. */
export async function GET(_request: Request, { params }: Props) {
  const { locale: asked, shape, of, slug } = await params;
  const locale = localeAsked(asked);
  const kind = kindNamed(locale, of);
  return pictureCardResponse(locale, shape, async () => {
    const article = kind ? await articleOfCard(locale, kind, slug) : null;
    if (!article) return null;
    const card = await articleCard(locale, article);
    return { card, drawn: drawnCard(card, article), fileOf };
  });
}

async function fileOf({ id }: TakenPicture, width: number): Promise<Uint8Array | null> {
  await dependsOn(`picture:${id}`);
  const size = await findPublishedSize(id, width, 'webp', 'share_card');
  return size && keptFiles.get(size.sha256);
}
