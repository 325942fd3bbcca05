import { mayAnywhere, mayForProvince } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { isId } from '@/domain/id';
import { db } from '@/prisma/client';
import type { Mistake, ReportTemplate, TemplateChoice, TemplateState } from './template';

const TEMPLATES_MAX = 40;

type Listed = { templates: ReportTemplate[]; choices: TemplateChoice[] };

/** Every template there is and every choice of one, the newest first; nothing for who may not keep them. */
export async function listReportTemplates(viewer: Viewer): Promise<Listed> {
  if (!mayForProvince(viewer, 'reports.keep-template')) return { templates: [], choices: [] };
  const [rows, chosen] = await Promise.all([readTemplates(), readChoices()]);
  const [counts, ...counted] = chosen.map(({ templateId }) => templateId);
  const stateOf = (id: string, mistakes: readonly Mistake[]): TemplateState =>
    mistakes.length > 0 ? 'mistaken' : id === counts ? 'counts' : counted.includes(id) ? 'counted' : 'ready';
  return {
    templates: rows.map(({ uploadedAt, uploadedBy, sha256, ...row }) => {
      const mistakes = row.mistakes as Mistake[];
      const hash = Buffer.from(sha256).toString('hex');
      return {
        ...row,
        mistakes,
        state: stateOf(row.id, mistakes),
        sha256: hash,
        at: uploadedAt,
        by: uploadedBy.displayName,
      };
    }),
    choices: chosen.map(({ id, remark, chosenAt, chosenBy, template }) => ({
      id,
      remark,
      edition: template?.edition ?? null,
      at: chosenAt,
      by: chosenBy.displayName,
    })),
  };
}

const readTemplates = () =>
  db.reportTemplate.findMany({
    orderBy: { edition: 'desc' },
    take: TEMPLATES_MAX,
    select: {
      id: true,
      edition: true,
      remark: true,
      mistakes: true,
      sha256: true,
      uploadedAt: true,
      uploadedBy: { select: { displayName: true } },
    },
  });

const readChoices = () =>
  db.reportTemplateChoice.findMany({
    orderBy: [{ chosenAt: 'desc' }, { id: 'desc' }],
    take: TEMPLATES_MAX,
    select: {
      id: true,
      templateId: true,
      remark: true,
      chosenAt: true,
      template: { select: { edition: true } },
      chosenBy: { select: { displayName: true } },
    },
  });

type TemplateFile = { edition: number; file: Uint8Array<ArrayBuffer> };

/** A template to be looked at; null for who may not keep them, and of one with mistakes. */
export async function findTemplateFile(viewer: Viewer, id: string): Promise<TemplateFile | null> {
  if (!isId(id) || !mayForProvince(viewer, 'reports.keep-template')) return null;
  const row = await db.reportTemplate.findUnique({ where: { id }, select: { edition: true, file: true } });
  return row?.file ? { edition: row.edition, file: row.file } : null;
}

/** The letter in which a report goes out: that of its signing, or of a draft the one that counts; null for the built-in one. */
export async function findTemplateOf(viewer: Viewer, signingId: string | null): Promise<Uint8Array | null> {
  if (!mayAnywhere(viewer, 'reports.see')) return null;
  const [row] = await db.$queryRaw<{ file: Uint8Array }[]>`
    SELECT t.file FROM report_template t WHERE t.id = CASE WHEN ${signingId}::uuid IS NULL
      THEN (SELECT c.template_id FROM report_template_choice c ORDER BY c.chosen_at DESC, c.id DESC LIMIT 1)
      ELSE (SELECT a.template_id FROM report_action a WHERE a.id = ${signingId}::uuid) END`;
  return row?.file ?? null;
}
