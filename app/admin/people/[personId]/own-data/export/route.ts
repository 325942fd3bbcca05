import { renderToBuffer } from '@react-pdf/renderer';
import { getTranslations } from 'next-intl/server';
import { backFromElsewhere } from '@/app/admin/export-response';
import { OwnDataDocument } from '@/components/consents/own-data/own-data-document';
import { ownDataSections } from '@/components/consents/own-data/own-data-sections';
import type { OwnSection } from '@/components/consents/own-data/own-data-words';
import type { Viewer } from '@/domain/access/viewer';
import type { OwnDataExport } from '@/domain/consents/own-data/own-data';
import { exportOwnData } from '@/domain/consents/own-data/own-data-commands';
import { formatDay } from '@/i18n/format';
import { getViewer } from '@/server/sign-in/session';

export const dynamic = 'force-dynamic';

/** All that is held on a person, as JSON or as a document to print; every one is written into the trail. */
export async function GET(request: Request, { params }: { params: Promise<{ personId: string }> }) {
  const back = backFromElsewhere(request);
  if (back) return back;
  const [viewer, { personId }] = await Promise.all([getViewer(), params]);
  const format = new URL(request.url).searchParams.get('format');
  if (!viewer || (format !== 'json' && format !== 'pdf')) return new Response(null, { status: 404 });
  const result = await exportOwnData(viewer, personId, format);
  if (!result.ok) return new Response(null, { status: 404 });
  const body =
    format === 'json'
      ? `${JSON.stringify(result.value, null, 2)}\n`
      : new Uint8Array(await print(viewer, result.value));
  return new Response(body, {
    headers: {
      'content-type': format === 'json' ? 'application/json; charset=utf-8' : 'application/pdf',
      'content-disposition': `attachment; filename="du-lieu-${result.value.madeOn}.${format}"`,
      'cache-control': 'private, no-store',
    },
  });
}

async function print({ locale }: Viewer, data: OwnDataExport) {
  const [t, all] = await Promise.all([getTranslations({ locale, namespace: 'own-data' }), getTranslations({ locale })]);
  const headingOf = ({ key }: OwnSection) => t(`sections.${key}`);
  const lower = (section: OwnSection) => headingOf(section).toLowerCase();
  const words = {
    title: t('documentTitle', { name: data.person.name }),
    lead: t('lead', { name: data.person.name, day: formatDay(locale, data.madeOn) }),
    rights: t('rights'),
    nothingOn: (empty: readonly OwnSection[]) => t('nothing', { sections: empty.map(lower).join(', ') }),
    headingOf,
    pageOf: (page: number, pages: number) => t('page', { page, pages }),
  };
  return renderToBuffer(OwnDataDocument({ locale, words, sections: ownDataSections(data, all, locale) }));
}
