import { createHash } from 'node:crypto';
import { sentForm } from '@/app/forms/sent-form';
import { CHECKED_BYTES_MAX } from '@/domain/reports/checking/checked-report';
import { defaultLocale, isLocale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

/** A file is hashed and dropped; the page that its hash leads to answers. The front has counted its bytes before. */
export async function POST(request: Request): Promise<Response> {
  const form = await sentForm(request);
  if (form instanceof Response) return form;
  const [locale, file] = [form.get('locale'), form.get('file')];
  const to = (query: Record<string, string>) =>
    hrefTo(typeof locale === 'string' && isLocale(locale) ? locale : defaultLocale, 'reportCheck', {}, query);
  if (!(file instanceof File) || file.size === 0 || file.size > CHECKED_BYTES_MAX)
    return seeOther(to({ again: 'file' }));
  const hash = createHash('sha256').update(new Uint8Array(await file.arrayBuffer()));
  return seeOther(to({ file: hash.digest('hex') }));
}

const seeOther = (to: string) =>
  new Response(null, { status: 303, headers: { location: to, 'cache-control': 'private, no-store' } });
