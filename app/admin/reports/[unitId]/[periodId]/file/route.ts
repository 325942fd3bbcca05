import { backFromElsewhere, download } from '@/app/admin/export-response';
import { reportAddress } from '@/app/admin/reports/address';
import { formats, type PaperFormat, paperOf, signingOf } from '@/app/admin/reports/paper';
import type { Viewer } from '@/domain/access/viewer';
import { dayOf } from '@/domain/days/day';
import { keepReportFile } from '@/domain/reports/checking/file-commands';
import { findSigned } from '@/domain/reports/signed-queries';
import { findReportSoon } from '@/domain/reports/soon-queries';
import { findTemplateOf } from '@/domain/reports/templates/queries';
import { getViewer } from '@/server/sign-in/session';

export const dynamic = 'force-dynamic';

type Address = { params: Promise<{ unitId: string; periodId: string }> };

/**
 * `GET …/file?format=docx|xlsx|pdf`: the report that its page shows, as a file in the language of the viewer; with `signing` as that signing
 * filed it. It names no member.
 */
export async function GET(request: Request, { params }: Address) {
  const back = backFromElsewhere(request);
  if (back) return back;
  const query = new URL(request.url).searchParams;
  const format = query.get('format') ?? '';
  const written = Object.hasOwn(formats, format) ? formats[format as PaperFormat] : undefined;
  const [viewer, { unitId, periodId }] = await Promise.all([getViewer(), params]);
  const signingId = query.get('signing');
  const found = viewer && written && (await findAsked(viewer, { unitId, periodId, signingId }));
  if (!found) return new Response(null, { status: 404 });
  const { content, signing } = found;
  // the page says that it is being counted, and has the file when it is there
  if (!content) return new Response(null, { status: 303, headers: { location: reportAddress(unitId, periodId) } });
  const report = { ...found, content };
  const [paper, template] = await Promise.all([
    paperOf(viewer.locale, report, signing),
    format === 'docx' ? findTemplateOf(viewer, signing?.id ?? null) : null,
  ]);
  const body = new Uint8Array(await written.write(paper, template));
  if (signing) await keepReportFile(viewer, signing.id, body);
  const { kind, from } = report.row.period;
  // two may be signed on one day
  const signed = signingId && signing ? `-ky-${dayOf(signing.at)}-${signing.id.slice(-4)}` : '';
  return download(
    body,
    written.type,
    `bao-cao-${report.unit.slug}-${kind.replace('_', '-')}-${from}${signed}.${format}`,
  );
}

type Asked = { unitId: string; periodId: string; signingId: string | null };

async function findAsked(viewer: Viewer, { unitId, periodId, signingId }: Asked) {
  if (signingId !== null) return findSigned(viewer, { unitId, periodId, signingId });
  const found = await findReportSoon(viewer, unitId, periodId);
  return found && { ...found, signing: signingOf(found) };
}
