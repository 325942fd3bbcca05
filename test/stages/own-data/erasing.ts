import type { Viewer } from '@/domain/access/viewer';
import { agreeAsSecond } from '@/domain/agreements/agreement-commands';
import { erasePerson } from '@/domain/consents/erasure/erasure-commands';
import { db } from '@/prisma/client';
import { createAccountWithRole } from '../../factories/accounts';
import { signedIn } from '../../union';

/** Erases a person as it is done: asked for by one, and agreed to by another official there, where the rules want one (0262). */
export async function eraseByTwo(viewer: Viewer, input: Parameters<typeof erasePerson>[1]) {
  const result = await erasePerson(viewer, input);
  if (!result.ok || !result.value.asked) return result;
  const { id, unitId } = await db.secondPair.findFirstOrThrow({
    where: { askedById: viewer.accountId, action: 'erasePerson', answer: null },
    orderBy: { id: 'desc' },
    select: { id: true, unitId: true },
  });
  const second = await createAccountWithRole(db, 'commune_official', unitId ? [{ id: unitId }] : []);
  return agreeAsSecond(await signedIn(second), { requestId: id });
}
