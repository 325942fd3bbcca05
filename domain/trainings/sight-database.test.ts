import { expect, test } from 'vitest';
import { type Role, roles } from '@/domain/access/permissions';
import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { decided, makeApproved, makeEverySession, makeProposal, makeTrainer } from '@/test/stages/trainings';
import type { TestUnit } from '@/test/union';
import { maySee, visibleTo } from './session';
import { factsOf, summarySelect } from './session-view';

const { union, mai, all } = await makeEverySession();
// what is for every commune, in every state, beside what lies in one
const courseId = (await db.session.findUniqueOrThrow({ where: { id: all.waiting.id }, select: { courseId: true } }))
  .courseId;
const ofProvince = { unit: union.province, courseId };
const lan = await makeTrainer(union.province, 'Phạm Thị Lan');
await makeProposal({ ...ofProvince, proposedById: mai.accountId }, 2);
await makeApproved({ ...ofProvince, trainerIds: [lan.personId] }, 3);
for (const kind of ['refused', 'cancelled'] as const) await decided((await makeProposal(ofProvince, 4)).id, kind);

const grant = (role: Role, { id, path }: TestUnit) => ({ role, unitId: id, path });
const places = [union.province, union.longHung, union.khuPho5, union.trangDai];
const grants = roles.flatMap((role) => places.map((unit) => grant(role, unit)));
const viewers: Viewer[] = [
  { ...mai, grants: [] },
  ...[mai, lan].flatMap((who) => grants.map((one) => ({ ...who, grants: [one] }))),
  // a trainer who is something else beside it, elsewhere
  ...grants.map((one) => ({ ...mai, grants: [grant('trainer', union.trangDai), one] })),
];

test('the lists and the question on one session give everybody the same sessions, whatever her roles and wherever', async () => {
  const rows = await db.session.findMany({ select: summarySelect(), take: 100 });
  expect(rows).toHaveLength(14);
  const seenAtAll = new Set<number>();
  for (const viewer of viewers) {
    const listed = await db.session.findMany({ where: { AND: [visibleTo(viewer)] }, select: { id: true }, take: 100 });
    const asked = rows.filter((row) => maySee(viewer, factsOf(row)));
    const who = viewer.grants.map(({ role, path }) => `${role} ${path}`).join(', ');
    expect(listed.map(({ id }) => id).sort(), who).toEqual(asked.map(({ id }) => id).sort());
    seenAtAll.add(asked.length);
  }
  // none, some and all: a rule that answered everybody alike would not be one
  expect([0, 14].every((count) => seenAtAll.has(count)) && seenAtAll.size > 4).toBe(true);
});
