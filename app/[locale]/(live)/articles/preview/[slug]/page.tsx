import { markMissing } from '@/app/cache-tags';
import { localeOf } from '@/app/locale';
import { MissingPage } from '@/app/missing';
import { Shell } from '@/app/shell';
import { findPreview } from '@/domain/newsroom/previews/preview-queries';
import { otherLocale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { getViewer } from '@/server/sign-in/session';
import { folderOf, Previewed, previewMetadata } from '../../../preview/previewed';

/** For who may see the article, as its readers will see it; the signed-in area shows it in a frame. */
export const dynamic = 'force-dynamic';

type Props = PageProps<'/[locale]/articles/preview/[slug]'>;

export const generateMetadata = previewMetadata;

export default async function ArticlePreviewPage({ params }: Props) {
  const [viewer, locale, { slug }] = await Promise.all([getViewer(), localeOf(params), params]);
  const preview = viewer && (await findPreview(viewer, slug, locale));
  if (!preview) {
    await markMissing();
    return <MissingPage locale={locale} />;
  }
  const hasTwin = preview.locales.includes(otherLocale(locale));
  const below = {
    pictures: folderOf(hrefTo(locale, 'articlePreviewPicture', { slug, picture: 'x', format: 'webp' })),
    sounds: folderOf(hrefTo(locale, 'articlePreviewSound', { slug, sound: 'x', format: 'mp3' })),
  };
  return (
    <Shell locale={locale} route="articlePreview" twinParams={hasTwin ? { slug } : null}>
      <Previewed locale={locale} preview={preview} below={below} framed />
    </Shell>
  );
}
