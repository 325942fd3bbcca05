import { dependsOn } from '@/app/cache-tags';
import { findPublishedSize } from '@/domain/articles/pictures/published-picture-queries';
import { isPictureFormat } from '@/domain/pictures/library';
import { keptFiles } from '@/server/storage/kept-files';

/** The same for everyone, and kept until somebody in it says otherwise or no page shows it any more; a browser asks each time. */
export const dynamic = 'force-static';
export const generateStaticParams = () => [];

/** A size of a picture that a public page shows: `<id>-<width>.<avif|webp>`. Of any other there is none. */
export async function GET(_request: Request, { params }: { params: Promise<{ slug: string; format: string }> }) {
  const { slug, format } = await params;
  const [, id, width] = /^([0-9a-f-]{36})-([1-9]\d{1,3})$/.exec(slug) ?? [];
  const size = id && isPictureFormat(format) ? await findPublishedSize(id, Number(width), format) : null;
  if (!size) return new Response(null, { status: 404 });
  await dependsOn(`picture:${id}`, ...size.articleIds.map((article) => `article:${article}` as const));
  const bytes = await keptFiles.get(size.sha256);
  return bytes ? new Response(bytes, { headers: { 'content-type': size.mime } }) : new Response(null, { status: 404 });
}
