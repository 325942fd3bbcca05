import 'server-only';
import { renderToBuffer } from '@react-pdf/renderer';
import { getTranslations } from 'next-intl/server';
import type { Paper } from '@/components/reports/paper/paper';
import { PaperDocument } from '@/components/reports/paper/paper-document';
import { paperFields } from '@/components/reports/paper/paper-fields';
import type { PaperOf, PaperWords } from '@/components/reports/paper/paper-words';
import { reportPaper } from '@/components/reports/paper/report-paper';
import { sampleReport } from '@/components/reports/paper/sample-report';
import { sheetPaper } from '@/components/reports/paper/sheet-paper';
import { wordPaper } from '@/components/reports/paper/word-paper';
import { dayOf } from '@/domain/days/day';
import { env } from '@/domain/ground/env';
import type { Locale } from '@/domain/locale';
import { findPublishedNames } from '@/domain/reports/filing/named-queries';
import type { Report } from '@/domain/reports/queries';
import { isFiled, type ReportAction } from '@/domain/reports/report';
import type { NamedThen } from '@/domain/reports/report-content';
import { fillTemplateApart } from '@/domain/reports/templates/template-reader';
import { hrefTo } from '@/i18n/routes';

export const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The forms in which a report goes out; in Word in the letter of the union's own where there is one. */
export const formats = {
  docx: { type: WORD_TYPE, write: (paper: Paper, template: Uint8Array | null) => letterOf(paper, template) },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: sheetPaper },
  pdf: { type: 'application/pdf', write: (paper: Paper) => renderToBuffer(PaperDocument(paper)) },
} as const;
export type PaperFormat = keyof typeof formats;

async function letterOf(paper: Paper, template: Uint8Array | null): Promise<Uint8Array> {
  if (!template) return wordPaper(paper);
  const filled = await fillTemplateApart(template, paperFields(paper), paper.madeOn);
  if (!filled.ok) throw new Error(`a template that was checked is not filled: ${filled.problem}`);
  return filled.value;
}

/** A report as it lies on paper, with the names of its signing; without one it is a draft. */
export async function paperOf(locale: Locale, report: Report, signing: ReportAction | undefined): Promise<Paper> {
  const { content, row } = report;
  const named = content.named ?? (await findPublishedNames(row.period.to));
  const of: PaperOf = { content, city: named.city, signed: signedOf(report, signing) };
  return reportPaper(await wordsOf(locale, named.indicators), of);
}

/** The paper of a report in which every part has something to say, and that nobody signed. */
export async function samplePaper(locale: Locale): Promise<Paper> {
  const signed = { name: 'Nguyễn Thị Mẫu', day: '2026-11-03', snapshotId: SAMPLE_ID, sha256: SAMPLE_SUM } as const;
  const { indicators } = await findPublishedNames(sampleReport.period.to);
  const words = await wordsOf(locale, indicators);
  return reportPaper(words, { content: sampleReport, city: { name: 'Đồng Nai', kind: 'city' }, signed });
}
const SAMPLE_ID = '00000000-0000-0000-0000-000000000000';
const SAMPLE_SUM = '0'.repeat(64);

async function wordsOf(locale: Locale, indicators: NamedThen['indicators']): Promise<PaperWords> {
  const [t, places, kinds, groups, ui] = await Promise.all([
    getTranslations({ locale, namespace: 'reports' }),
    getTranslations({ locale, namespace: 'trainings' }),
    getTranslations({ locale, namespace: 'digital-models.kind' }),
    getTranslations({ locale, namespace: 'consents.sensitive.groups' }),
    getTranslations({ locale, namespace: 'ui' }),
  ]);
  const names = new Map(Object.entries(indicators[locale])) as PaperWords['names'];
  const address = env.PORTAL_URL + hrefTo(locale, 'reportCheck');
  return { locale, t, places, kinds, groups, names, demo: ui('demo'), address };
}

/** The signing of what the report says now; null of a draft, which says what the records say. */
export const signingOf = ({ row, actions }: Pick<Report, 'row' | 'actions'>): ReportAction | undefined =>
  isFiled(row.state) ? actions.find(({ kind }) => kind === 'submitted') : undefined;

function signedOf({ content }: Report, signing: ReportAction | undefined): PaperOf['signed'] {
  if (!signing?.snapshotId || !signing.sha256) return null;
  const name = content.named?.signer ?? signing.by ?? '';
  return { name, day: dayOf(signing.at), snapshotId: signing.snapshotId, sha256: signing.sha256 };
}
