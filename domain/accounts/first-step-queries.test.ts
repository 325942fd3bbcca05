import { expect, test } from 'vitest';
import { db } from '@/prisma/client';
import { createAccountWithRole } from '@/test/factories/accounts';
import { makeUnion, makeViewer } from '@/test/union';
import { findFirstSteps } from './first-step-queries';

test('whoever invites reads what a new portal still needs, nobody else does, and it ends when all is done', async () => {
  const union = await makeUnion();
  const administrator = await makeViewer('system_administrator', union.province);
  expect(await findFirstSteps(await makeViewer('commune_official', union.longHung))).toBeNull();
  expect(await findFirstSteps(administrator)).toEqual({ official: false, units: true });
  await createAccountWithRole(db, 'province_official', [union.province]);
  expect(await findFirstSteps(administrator)).toBeNull();
  await db.roleGrant.updateMany({ where: { role: 'province_official' }, data: { revokedAt: new Date() } });
  expect(await findFirstSteps(administrator)).toEqual({ official: false, units: true });
});
