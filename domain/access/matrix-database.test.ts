import { beforeAll, describe, expect, test } from 'vitest';
import { accountsAttempts } from '@/prisma/test-attempts/accounts';
import { articlesAttempts } from '@/prisma/test-attempts/articles';
import type { Attempt } from '@/prisma/test-attempts/attempt';
import { auditAttempts } from '@/prisma/test-attempts/audit';
import { coverageAttempts } from '@/prisma/test-attempts/coverage';
import { digitalModelsAttempts } from '@/prisma/test-attempts/digital-models';
import { exportsAttempts } from '@/prisma/test-attempts/exports';
import { importsAttempts } from '@/prisma/test-attempts/imports';
import { pairsAttempts } from '@/prisma/test-attempts/pairs';
import { peopleAttempts } from '@/prisma/test-attempts/people';
import { trainingsAttempts } from '@/prisma/test-attempts/trainings';
import { unitsAttempts } from '@/prisma/test-attempts/units';
import { makeCourse, makeVenue } from '@/prisma/test-trainings';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/prisma/test-union';
import { type Permission, permissions, type Role, roles } from './permissions';

let union: TestUnion;
let attempts: Record<Permission, Attempt>;

beforeAll(async () => {
  union = await makeUnion();
  const province = await makeViewer('province_official', union.province);
  const stage = { union, province, courseId: await makeCourse(), venueId: await makeVenue(union.khuPho5) };
  await makeMember(union.khuPho5);
  attempts = {
    ...unitsAttempts(stage),
    ...peopleAttempts(stage),
    ...digitalModelsAttempts(stage),
    ...pairsAttempts(stage),
    ...trainingsAttempts(stage),
    ...articlesAttempts(stage),
    ...coverageAttempts(),
    ...accountsAttempts(stage),
    ...importsAttempts(stage),
    ...exportsAttempts(stage),
    ...auditAttempts(),
  };
});

describe('the table of roles and verbs, cell by cell', () => {
  for (const verb of Object.keys(permissions) as Permission[]) {
    test(`${verb}: done by whom the table names, by nobody else, and by nobody from the next commune`, async () => {
      for (const role of roles) {
        const allowed = (permissions[verb] as readonly Role[]).includes(role);
        expect(await attempts[verb](await makeViewer(role, union.longHung)), `${role}, her own commune`).toBe(allowed);
        if (verb === 'audit.see' || verb === 'coverage.see' || verb === 'accounts.see') continue; // lists of her own reach
        expect(await attempts[verb](await makeViewer(role, union.trangDai)), `${role}, the next commune`).toBe(false);
      }
    });
  }
});
