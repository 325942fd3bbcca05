import { addDays, toDate, today } from '@/domain/days/day';
import type { ModelKind } from '@/domain/digital-models/digital-model';
import type { KeepPicture } from '@/domain/pictures/picture';
import { db } from '@/prisma/client';

/** A storage for commands that may take a picture and get none. */
export const noPicture: KeepPicture = async () => ({ ok: false, problem: 'not-a-picture' });

/** A criterion of the checklist in force for a kind, which is made where there is none; answers with its id. */
export async function makeCriterion(kind: ModelKind, labelVi = 'Có ban chủ nhiệm'): Promise<string> {
  const standing = await db.criteriaList.findFirst({ where: { kind, validTo: null }, select: { id: true } });
  const from = toDate(addDays(today(), -200));
  const list =
    standing ?? (await db.criteriaList.create({ data: { kind, edition: 1, validFrom: from }, select: { id: true } }));
  const position = 1 + (await db.criterion.count({ where: { listId: list.id } }));
  const data = { listId: list.id, position, labelVi, labelEn: 'A board' };
  return (await db.criterion.create({ data, select: { id: true } })).id;
}
