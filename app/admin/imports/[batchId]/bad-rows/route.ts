import { getTranslations } from 'next-intl/server';
import { writeSheet } from '@/domain/exports/sheet-writer';
import { readReason } from '@/domain/imports/import';
import { type BadRow, exportBadRows } from '@/domain/imports/rows/bad-rows-commands';
import { getViewer } from '@/server/sign-in/session';
import { backFromElsewhere, download } from '../../../export-response';

/** The rows that could not be taken, with the columns of the sheet they came in and the reason: corrected, they come back. */
export async function GET(request: Request, { params }: RouteContext<'/admin/imports/[batchId]/bad-rows'>) {
  const back = backFromElsewhere(request);
  if (back) return back;
  const [viewer, { batchId }] = [await getViewer(), await params];
  const found = viewer && (await exportBadRows(viewer, batchId));
  if (!viewer || !found?.ok) return new Response(null, { status: 404 });
  const t = await getTranslations({ locale: viewer.locale, namespace: 'imports' });
  const { columns, rows, unveil } = found.value;
  const { headings, identity } = columns;
  const kept = headings.flatMap((heading, at) => (identity.includes(heading) ? [] : [{ heading, at }]));
  const body = writeSheet<BadRow>('xlsx', {
    titles: [],
    name: t('bad.reason'),
    columns: [
      ...kept.map(({ heading, at }) => ({ heading, width: 20, value: ({ cells }: BadRow) => cells[at] || null })),
      {
        heading: t('bad.reason'),
        width: 60,
        value: ({ reasons }: BadRow) =>
          reasons
            .map(readReason)
            .map(({ name, detail }) => t(`reasons.${name}` as 'reasons.no-name', { detail } as never))
            .join(' '),
      },
    ],
    rows,
    unveil,
  });
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return download(body, type, `${t('bad.file')}.xlsx`);
}
