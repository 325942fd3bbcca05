import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PreviewBar } from '@/components/newsroom/previews/preview-bar';
import type { Preview } from '@/domain/newsroom/previews/preview';
import { isPictureFormat, sizeNamed } from '@/domain/pictures/library';
import type { Locale } from '@/i18n/locales';
import { keptFiles } from '@/server/storage/kept-files';
import { GuidePiece } from '../../(public)/guides/[slug]/guide-piece';
import { ArticlePiece } from '../../(public)/news/article-piece';

/** Nothing of what is looked at is said in the head of its page: no address, no picture, no words. */
export async function previewMetadata(): Promise<Metadata> {
  const t = await getTranslations('previews');
  return { title: t('bar.title'), referrer: 'no-referrer', robots: { index: false, follow: false } };
}

type PreviewedProps = {
  locale: Locale;
  preview: Preview;
  /** below which addresses the sizes of its pictures, and its sound, lie */
  below: { pictures: string; sounds: string };
  /** it is shown in a frame, so its links lead to pages of their own */
  framed?: boolean;
};

/** An edition as its readers will see it, below a line that says that it is not public. */
export function Previewed({ locale, preview, below, framed = false }: PreviewedProps) {
  const { guide } = preview;
  const lead = preview.article.lead && { ...preview.article.lead, below: below.pictures };
  const within = preview.article.pictures.map((picture) => ({ ...picture, below: below.pictures }));
  const sound = preview.article.sound && { ...preview.article.sound, below: below.sounds };
  const article = { ...preview.article, lead, pictures: within, sound };
  return (
    <>
      {framed && <base target="_blank" />}
      <PreviewBar locale={locale} preview={preview} />
      {guide ? (
        <GuidePiece locale={locale} article={article} guide={guide} sent={null} />
      ) : (
        <ArticlePiece locale={locale} article={article} sent={null} />
      )}
    </>
  );
}

/** Below which address something lies. */
export const folderOf = (address: string) => address.slice(0, address.lastIndexOf('/'));

type Size = { pictureId: string; width: number; format: string };

/** A size of the picture of a preview, named as those of public pictures are; kept nowhere. */
export async function previewPicture(
  { picture, format }: { picture: string; format: string },
  find: (size: Size) => Promise<{ sha256: string; mime: string } | null>,
): Promise<Response> {
  const named = sizeNamed(picture);
  const size =
    named && isPictureFormat(format) ? await find({ pictureId: named.id, width: named.width, format }) : null;
  const bytes = size && (await keptFiles.get(size.sha256));
  if (!bytes) return new Response(null, { status: 404 });
  return new Response(bytes, { headers: { 'content-type': size.mime } });
}
