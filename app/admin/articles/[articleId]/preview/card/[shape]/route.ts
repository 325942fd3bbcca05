import { getTranslations } from 'next-intl/server';
import { articleCard, drawnCard } from '@/app/share-cards/article-card';
import { cardResponse, pictureCardResponse } from '@/app/share-cards/card-response';
import { cardShapes, type TakenPicture } from '@/components/layout/share-cards/share-card';
import { findPreview, findPreviewSize } from '@/domain/newsroom/previews/preview-queries';
import { localeAsked } from '@/i18n/locales';
import { getViewer } from '@/server/sign-in/session';
import { keptFiles } from '@/server/storage/kept-files';

type Context = RouteContext<'/admin/articles/[articleId]/preview/card/[shape]'>;

/** The card that a text will have, marked while it is not public; for who may see the article. */
export async function GET(request: Request, { params }: Context) {
  const [viewer, { articleId, shape }] = await Promise.all([getViewer(), params]);
  const locale = localeAsked(new URL(request.url).searchParams.get('locale') ?? 'vi');
  const known = (['wide', 'square'] as const).find((each) => each === shape);
  const preview = viewer && known && (await findPreview(viewer, articleId, locale));
  if (!preview) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });
  const t = await getTranslations({ locale, namespace: 'previews.card' });
  const card = await articleCard(locale, preview.article);
  const marked = {
    ...card,
    demo: [preview.published ? null : t('mark'), card.demo].filter(Boolean).join(' · ') || null,
  };
  const fileOf = async ({ id }: TakenPicture, width: number) => {
    const asked = { pictureId: id, width, format: 'webp', use: 'share_card' as const };
    const size = await findPreviewSize(viewer, articleId, asked);
    return size && keptFiles.get(size.sha256);
  };
  const slug = cardShapes[known].slug[locale];
  const answer =
    card.picture.kind === 'taken'
      ? await pictureCardResponse(locale, slug, async () => ({
          card: marked,
          drawn: drawnCard(marked, preview.article),
          fileOf,
        }))
      : await cardResponse(locale, slug, async () => marked);
  answer.headers.set('cache-control', 'private, no-store');
  return answer;
}
