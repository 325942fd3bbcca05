import 'server-only';
import type { StoredFile } from '@/domain/courses/material';
import { keptFiles } from '@/server/storage/kept-files';

/**
 * A kept file as a download: never drawn as a page of the portal. A file that was not found is answered as if it had
 * never been.
 */
export async function materialResponse(file: StoredFile | null, cache: string): Promise<Response> {
  const bytes = file && (await keptFiles.get(file.sha256));
  if (!bytes) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });
  return new Response(bytes, {
    headers: {
      'content-type': file.mime,
      'content-length': String(bytes.length),
      'content-disposition': `attachment; filename="${file.name}"`,
      'cache-control': cache,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
    },
  });
}
