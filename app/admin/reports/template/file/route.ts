import { download } from '@/app/admin/export-response';
import { reportAddress } from '@/app/admin/reports/address';
import { formats, paperOf, samplePaper, signingOf, WORD_TYPE } from '@/app/admin/reports/paper';
import { startingTemplate } from '@/components/reports/paper/starting-template';
import { mayForProvince } from '@/domain/access/access';
import { findReportSoon } from '@/domain/reports/soon-queries';
import { findTemplateFile } from '@/domain/reports/templates/queries';
import { getViewer } from '@/server/sign-in/session';

export const dynamic = 'force-dynamic';

/**
 * `GET /admin/reports/template/file`: the template to begin with; with `template` one that was uploaded; with `unit` and `period` too, that
 * one filled with a report as it stands. Whoever may not keep templates finds nothing.
 */
export async function GET(request: Request) {
  const viewer = await getViewer();
  if (!viewer || !mayForProvince(viewer, 'reports.keep-template')) return missing();
  const asked = new URL(request.url).searchParams;
  const id = asked.get('template');
  if (id === null) return word(await startingTemplate(await samplePaper(viewer.locale)), 'mau-bao-cao');
  const template = await findTemplateFile(viewer, id);
  if (!template) return missing();
  const name = `mau-bao-cao-${template.edition}`;
  const [unit, period] = [asked.get('unit'), asked.get('period')];
  if (unit === null || period === null) return word(template.file, name);
  const found = await findReportSoon(viewer, unit, period);
  if (!found) return missing();
  if (!found.content) return new Response(null, { status: 303, headers: { location: reportAddress(unit, period) } });
  const paper = await paperOf(viewer.locale, { ...found, content: found.content }, signingOf(found));
  return word(await formats.docx.write(paper, template.file), `xem-thu-${name}`);
}

const word = (bytes: Uint8Array, name: string) => download(new Uint8Array(bytes), WORD_TYPE, `${name}.docx`);
const missing = () => new Response(null, { status: 404 });
