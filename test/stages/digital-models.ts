import type { Viewer } from '@/domain/access/viewer';
import { addDays, toDate, today } from '@/domain/days/day';
import { foundModel } from '@/domain/digital-models/commands';
import type { FoundInput, ModelKind } from '@/domain/digital-models/digital-model';
import type { KeepPicture } from '@/domain/pictures/picture';
import { db } from '@/prisma/client';

/** A storage for commands that may take a picture and get none. */
export const noPicture: KeepPicture = async () => ({ ok: false, problem: 'not-a-picture' });

/** A club that began its work thirty days ago. */
export const club = (unitId: string, name: string): FoundInput => ({
  kind: 'digital_womens_club',
  unitId,
  name,
  foundedOn: addDays(today(), -30),
  pilot: false,
  status: 'active',
});

/** A model founded by its command; answers with its id. */
export async function founded(by: Viewer, input: FoundInput): Promise<string> {
  const result = await foundModel(by, input);
  if (!result.ok) throw new Error(result.problem);
  return result.value.id;
}

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
