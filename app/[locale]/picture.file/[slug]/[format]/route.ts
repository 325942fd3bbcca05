import { dependsOn } from '@/app/cache-tags';
import { findPublishedSize } from '@/domain/articles/pictures/published-picture-queries';
import { isPictureFormat, sizeNamed } from '@/domain/pictures/library';
import { keptFiles } from '@/server/storage/kept-files';

/** The same for everyone, and kept until somebody in it says otherwise or no page shows it any more; a browser asks each time. */
export const dynamic = 'force-static';
export const generateStaticParams = () => [];

/** A size of a picture that a public page shows: `<id>-<width>.<avif|webp>`. Of any other there is none. */
export async function GET(_request: Request, { params }: { params: Promise<{ slug: string; format: string }> }) {
  const { slug, format } = await params;
  const named = sizeNamed(slug);
  const size = named && isPictureFormat(format) ? await findPublishedSize(named.id, named.width, format) : null;
  if (!named || !size) return new Response(null, { status: 404 });
  await dependsOn(`picture:${named.id}`, ...size.articleIds.map((article) => `article:${article}` as const));
  const bytes = await keptFiles.get(size.sha256);
  return bytes ? new Response(bytes, { headers: { 'content-type': size.mime } }) : new Response(null, { status: 404 });
}
