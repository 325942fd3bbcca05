import { createHash } from 'node:crypto';
import { mayForProvince } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import type { ThreadProblem } from '@/domain/thread';
import { transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import type { FileRefusal, TemplateChoiceInput, TemplateUploadInput } from './template';
import { readTemplateApart } from './template-reader';

type Uploaded = Result<{ id: string; mistakes: number }, 'not-allowed' | FileRefusal | ThreadProblem>;

/**
 * Keeps a letter of the union's own, checked: no report goes out in it before it is chosen. Of one with mistakes these are kept, so that
 * they can be read while they are mended.
 */
export async function uploadReportTemplate(viewer: Viewer, input: TemplateUploadInput): Promise<Uploaded> {
  if (!mayForProvince(viewer, 'reports.keep-template')) return problem('not-allowed');
  const bytes = Buffer.from(await input.templateFile.arrayBuffer());
  const read = await readTemplateApart(bytes);
  if (!read.ok) return read;
  const { file, mistakes } = read.value;
  const sha256 = createHash('sha256').update(bytes).digest();
  return transaction(async (tx) => {
    await lockTemplates(tx);
    const last = await tx.reportTemplate.aggregate({ _max: { edition: true } });
    const edition = (last._max.edition ?? 0) + 1;
    const { id } = await tx.reportTemplate.create({
      data: {
        edition,
        file: mistakes.length > 0 ? null : new Uint8Array(file),
        sha256: new Uint8Array(sha256),
        remark: input.remark,
        mistakes,
        uploadedById: viewer.accountId,
      },
      select: { id: true },
    });
    const change = { edition, sha256: sha256.toString('hex'), mistakes: mistakes.length };
    await trail(tx, viewer, 'created', 'uploadReportTemplate', id, change);
    return ok({ id, mistakes: mistakes.length });
  });
}

type Chosen = Result<{ edition: number | null }, 'not-allowed' | 'not-found' | 'counts-already'>;

/** From now on reports go out in this template, or in the built-in letter again; what was signed before keeps its own. */
export async function chooseReportTemplate(viewer: Viewer, input: TemplateChoiceInput): Promise<Chosen> {
  if (!mayForProvince(viewer, 'reports.keep-template')) return problem('not-allowed');
  const { templateId = null, remark = null } = input;
  return transaction(async (tx) => {
    await lockTemplates(tx);
    const template = templateId && (await findWhole(tx, templateId));
    if (templateId && !template) return problem('not-found');
    const before = await tx.reportTemplateChoice.findFirst({
      orderBy: [{ chosenAt: 'desc' }, { id: 'desc' }],
      select: { templateId: true, template: { select: { edition: true } } },
    });
    if ((before?.templateId ?? null) === templateId) return problem('counts-already');
    await tx.$executeRaw`INSERT INTO report_template_choice (id, template_id, remark, chosen_at, chosen_by_id)
      VALUES (app.uuid7(), ${templateId}::uuid, ${remark}, clock_timestamp(), ${viewer.accountId}::uuid)`;
    const edition = template ? template.edition : null;
    const change = { before: before?.template?.edition ?? null, edition };
    await trail(tx, viewer, 'changed', 'chooseReportTemplate', templateId, change);
    return ok({ edition });
  });
}

/** Of two who keep templates at once the second sees what the first did. */
const lockTemplates = (tx: Transaction) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('templates of reports'))`;

const findWhole = (tx: Transaction, id: string) =>
  tx.reportTemplate.findFirst({ where: { id, file: { not: null } }, select: { edition: true } });

const trail = (
  tx: Transaction,
  viewer: Viewer,
  verb: 'created' | 'changed',
  action: string,
  subjectId: string | null,
  change: Record<string, string | number | null>,
) => record(tx, viewer, { verb, action, subjectType: 'report-template', ...(subjectId ? { subjectId } : {}), change });
