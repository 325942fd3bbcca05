import { renderToBuffer } from '@react-pdf/renderer';
import { getTranslations } from 'next-intl/server';
import { download } from '@/app/admin/export-response';
import type { Paper } from '@/components/reports/paper/paper';
import { PaperDocument } from '@/components/reports/paper/paper-document';
import type { PaperOf, PaperWords } from '@/components/reports/paper/paper-words';
import { reportPaper } from '@/components/reports/paper/report-paper';
import { sheetPaper } from '@/components/reports/paper/sheet-paper';
import { wordPaper } from '@/components/reports/paper/word-paper';
import { dayOf } from '@/domain/days/day';
import type { Locale } from '@/domain/locale';
import { findPublishedNames } from '@/domain/reports/filing/named-queries';
import { findReport, type Report } from '@/domain/reports/queries';
import { isFiled } from '@/domain/reports/report';
import { getViewer } from '@/server/sign-in/session';

export const dynamic = 'force-dynamic';

type Written = { type: string; write: (paper: Paper) => Promise<Uint8Array> };

const formats: Record<string, Written> = {
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', write: wordPaper },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: sheetPaper },
  pdf: { type: 'application/pdf', write: (paper) => renderToBuffer(PaperDocument(paper)) },
};

type Address = { params: Promise<{ unitId: string; periodId: string }> };

/** `GET …/file?format=docx|xlsx|pdf`: the report that its page shows, as a file in the language of the viewer. It names no member. */
export async function GET(request: Request, { params }: Address) {
  const format = new URL(request.url).searchParams.get('format') ?? '';
  const written = Object.hasOwn(formats, format) ? formats[format] : undefined;
  const [viewer, { unitId, periodId }] = await Promise.all([getViewer(), params]);
  const report = viewer && written && (await findReport(viewer, unitId, periodId));
  if (!report) return new Response(null, { status: 404 });
  const paper = await paperOf(viewer.locale, report);
  const { kind, from } = report.row.period;
  const body = new Uint8Array(await written.write(paper));
  return download(body, written.type, `bao-cao-${kind.replace('_', '-')}-${from}.${format}`);
}

async function paperOf(locale: Locale, report: Report) {
  const { content, row } = report;
  const [t, places, kinds, groups, ui, named] = await Promise.all([
    getTranslations({ locale, namespace: 'reports' }),
    getTranslations({ locale, namespace: 'trainings' }),
    getTranslations({ locale, namespace: 'digital-models.kind' }),
    getTranslations({ locale, namespace: 'consents.sensitive.groups' }),
    getTranslations({ locale, namespace: 'ui' }),
    content.named ?? findPublishedNames(row.period.to),
  ]);
  const names = new Map(Object.entries(named.indicators[locale])) as PaperWords['names'];
  const of: PaperOf = { content, city: named.city, signed: signedOf(report) };
  return reportPaper({ locale, t, places, kinds, groups, names, demo: ui('demo') }, of);
}

/** Who signed what the report says now; of a draft, which says what the records say, nobody. */
function signedOf({ row, actions, content }: Report): PaperOf['signed'] {
  const last = isFiled(row.state) ? actions.find(({ kind }) => kind === 'submitted') : undefined;
  if (!last?.snapshotId || !last.sha256) return null;
  const name = content.named?.signer ?? last.by ?? '';
  return { name, day: dayOf(last.at), snapshotId: last.snapshotId, sha256: last.sha256 };
}
