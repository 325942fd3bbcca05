import { backFromElsewhere, download } from '@/app/admin/export-response';
import { reportAddress } from '@/app/admin/reports/address';
import { formats, type PaperFormat, paperOf, signingOf } from '@/app/admin/reports/paper';
import { keepReportFile } from '@/domain/reports/checking/file-commands';
import { findReportSoon } from '@/domain/reports/soon-queries';
import { findTemplateOf } from '@/domain/reports/templates/queries';
import { getViewer } from '@/server/sign-in/session';

export const dynamic = 'force-dynamic';

type Address = { params: Promise<{ unitId: string; periodId: string }> };

/** `GET …/file?format=docx|xlsx|pdf`: the report that its page shows, as a file in the language of the viewer. It names no member. */
export async function GET(request: Request, { params }: Address) {
  const back = backFromElsewhere(request);
  if (back) return back;
  const format = new URL(request.url).searchParams.get('format') ?? '';
  const written = Object.hasOwn(formats, format) ? formats[format as PaperFormat] : undefined;
  const [viewer, { unitId, periodId }] = await Promise.all([getViewer(), params]);
  const found = viewer && written && (await findReportSoon(viewer, unitId, periodId));
  if (!found) return new Response(null, { status: 404 });
  const { content } = found;
  // the page says that it is being counted, and has the file when it is there
  if (!content) return new Response(null, { status: 303, headers: { location: reportAddress(unitId, periodId) } });
  const report = { ...found, content };
  const signing = signingOf(report);
  const [paper, template] = await Promise.all([
    paperOf(viewer.locale, report),
    format === 'docx' ? findTemplateOf(viewer, signing?.id ?? null) : null,
  ]);
  const body = new Uint8Array(await written.write(paper, template));
  if (signing) await keepReportFile(viewer, signing.id, body);
  const { kind, from } = report.row.period;
  return download(body, written.type, `bao-cao-${report.unit.slug}-${kind.replace('_', '-')}-${from}.${format}`);
}
