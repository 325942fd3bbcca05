import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { withdrawPicture } from '@/domain/pictures/picture-writes';
import { ok, problem, type Result } from '@/domain/result';
import { db, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { type CourseProblem, refusalOfCourse } from './commands';
import { type AddFileInput, type AddLinkInput, MATERIALS_MAX, type RemoveMaterialInput } from './course';
import type { FileProblem, KeepFile, KeptFile } from './material';
import { findCourse } from './queries';

type Added = Result<{ id: string; courseId: string }, CourseProblem | FileProblem | 'materials-full'>;

/** Hands out a link with a course; https only. */
export async function addLink(viewer: Viewer, { url, ...input }: AddLinkInput): Promise<Added> {
  const refused = refusalOfCourse(viewer);
  if (refused) return refused;
  if (!(await findCourse(viewer, input.courseId))) return problem('not-found');
  return transaction((tx) => add(tx, viewer, input, { url }));
}

/** Hands out a picture or a PDF with a course. What a file is, its content tells; nothing is kept before all is checked. */
export async function addFile(viewer: Viewer, input: AddFileInput, keep: KeepFile): Promise<Added> {
  const refused = refusalOfCourse(viewer);
  if (refused) return refused;
  if (!(await findCourse(viewer, input.courseId))) return problem('not-found');
  const province = await db.unit.findFirst({ where: { level: 'province' }, select: { id: true } });
  if (!province) return problem('not-found');
  const kept = await keep(input.materialFile);
  if (!kept.ok) return kept;
  return transaction(async (tx) =>
    add(tx, viewer, input, { fileId: await writeFile(tx, viewer, province.id, kept.value) }),
  );
}

/** Takes something back that a course handed out. A kept file is marked as withdrawn: it is on no address any more. */
export async function removeMaterial(
  viewer: Viewer,
  { courseId, materialId }: RemoveMaterialInput,
): Promise<Result<{ id: string; courseId: string }, CourseProblem>> {
  const refused = refusalOfCourse(viewer);
  if (refused) return refused;
  return transaction(async (tx) => {
    const found = await tx.courseMaterial.findFirst({
      where: { id: materialId, courseId },
      select: { id: true, fileId: true },
    });
    if (!found) return problem('not-found');
    await tx.courseMaterial.delete({ where: { id: materialId }, select: { id: true } });
    await withdrawPicture(tx, found.fileId, 'removed');
    await note(tx, viewer, 'ended', 'removeMaterial', courseId, { materialId });
    return ok({ id: materialId, courseId });
  });
}

async function writeFile(tx: Transaction, viewer: Viewer, unitId: string, { sha256, ...file }: KeptFile) {
  const { id } = await tx.mediaAsset.create({
    data: {
      ...file,
      sha256: new Uint8Array(Buffer.from(sha256, 'hex')),
      unitId,
      uploadedById: viewer.accountId,
    },
    select: { id: true },
  });
  return id;
}

/** One after the other, so that no two stand in one place and the number of them holds. */
async function add(
  tx: Transaction,
  viewer: Viewer,
  { courseId, title, locale, isPublic }: Omit<AddLinkInput, 'url'>,
  content: { url: string } | { fileId: string },
): Promise<Added> {
  await tx.$queryRaw`SELECT id::text FROM course WHERE id = ${courseId}::uuid FOR NO KEY UPDATE`;
  const { _count, _max } = await tx.courseMaterial.aggregate({
    where: { courseId },
    _count: { _all: true },
    _max: { position: true },
  });
  if (_count._all >= MATERIALS_MAX) return problem('materials-full');
  const { id } = await tx.courseMaterial.create({
    data: { courseId, title, locale, isPublic: isPublic === 'yes', position: (_max.position ?? 0) + 1, ...content },
    select: { id: true },
  });
  await note(tx, viewer, 'created', 'addMaterial', courseId, { materialId: id, isPublic: isPublic === 'yes' });
  return ok({ id, courseId });
}

const note = (
  tx: Transaction,
  viewer: Viewer,
  verb: 'created' | 'ended',
  action: string,
  subjectId: string,
  change: Record<string, unknown>,
) => record(tx, viewer, { verb, action, subjectType: 'course', subjectId, change });
