import { beforeAll, describe, expect, test } from 'vitest';
import { grantRole, inviteAccount, revokeRole } from '@/domain/accounts/commands';
import { findAccount, listAccounts } from '@/domain/accounts/queries';
import { draftArticle } from '@/domain/articles/commands';
import { findArticle } from '@/domain/articles/draft-queries';
import { publishArticle, withdrawArticle } from '@/domain/articles/publish-commands';
import { listAuditEntries } from '@/domain/audit/queries';
import { listCoverage } from '@/domain/coverage/queries';
import { addDays, today } from '@/domain/day';
import { recordActivity } from '@/domain/digital-models/activity-commands';
import { foundModel } from '@/domain/digital-models/commands';
import { editModel } from '@/domain/digital-models/edit-commands';
import { findModel } from '@/domain/digital-models/queries';
import { changeStatus } from '@/domain/digital-models/status-commands';
import { endPair } from '@/domain/pairs/change-commands';
import { pairUp } from '@/domain/pairs/commands';
import { findPair } from '@/domain/pairs/queries';
import { listMembers } from '@/domain/people/queries';
import { proposeSession } from '@/domain/trainings/commands';
import { cancelSession, decideSession } from '@/domain/trainings/decision-commands';
import { editSession } from '@/domain/trainings/edit-commands';
import { findSession } from '@/domain/trainings/queries';
import { editSessionInput, proposeSessionInput } from '@/domain/trainings/session-inputs';
import { findUnit } from '@/domain/units/queries';
import { db } from '@/prisma/client';
import { createAccountWithRole } from '@/prisma/factories/accounts';
import { createModel } from '@/prisma/factories/digital-models';
import { createPair } from '@/prisma/factories/pairs';
import { drafted, published, versionOf, writing } from '@/prisma/test-articles';
import {
  inDays,
  makeApproved,
  makeCourse,
  makeProposal,
  makeVenue,
  versionOf as versionOfSession,
} from '@/prisma/test-trainings';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/prisma/test-union';
import { type Permission, permissions, type Role, roles } from './permissions';
import type { Viewer } from './viewer';

let union: TestUnion;
let province: Viewer;
let courseId: string;
let venueId: string;
let days = 20;

beforeAll(async () => {
  union = await makeUnion();
  province = await makeViewer('province_official', union.province);
  courseId = await makeCourse();
  venueId = await makeVenue(union.khuPho5);
  await makeMember(union.khuPho5);
});

const done = (result: { ok: boolean }) => result.ok;
const email = () => ({ email: `${Math.random().toString(36).slice(2)}@demo.invalid` });
const family = async () => (await createModel(db, union.khuPho5, { from: '2026-01-10' })).id;
const modelOf = async (id: string) => (await findModel(province, id)) ?? expect.unreachable();
const pair = async () => {
  const [instructor, learner] = [await makeMember(union.khuPho5), await makeMember(union.khuPho5)];
  return (await createPair(db, union.khuPho5, { id: instructor }, { id: learner }, { from: '2026-01-10' })).id;
};
const session = () => ({ unit: union.khuPho5, courseId, venueId });
const form = (over: object) => ({
  ...{ courseId, venueId, unitId: union.khuPho5.id, from: '08:00', to: '09:00', seats: '20' },
  ...{ day: inDays(days++), mode: 'in_person', audience: 'everyone', notes: '' },
  ...over,
});

/** For each verb: tries it at a record of Khu phố 5, Long Hưng, and says whether it could be done. */
const attempts: Record<Permission, (viewer: Viewer) => Promise<boolean>> = {
  'units.see': async (viewer) => (await findUnit(viewer, union.khuPho5.id)) !== null,
  'people.see': async (viewer) => (await listMembers(viewer, { unitId: union.khuPho5.id })).members.length > 0,
  'digital-models.see': async (viewer) => (await findModel(viewer, await family())) !== null,
  'digital-models.found': async (viewer) =>
    done(
      await foundModel(viewer, {
        ...{ kind: 'digital_family', unitId: union.khuPho5.id, name: `Gia đình số ${Math.random()}` },
        ...{ foundedOn: addDays(today(), -5), status: 'planned', pilot: false },
      }),
    ),
  'digital-models.edit': async (viewer) => {
    const { id, version, foundedOn } = await modelOf(await family());
    return done(
      await editModel(viewer, { modelId: id, version, name: `Tên mới ${Math.random()}`, foundedOn, pilot: false }),
    );
  },
  'digital-models.change-status': async (viewer) => {
    const { id, version } = await modelOf(await family());
    return done(await changeStatus(viewer, { modelId: id, version, status: 'paused', from: today() }));
  },
  'digital-models.record-activity': async (viewer) =>
    done(await recordActivity(viewer, { modelId: await family(), onDay: today(), topic: 'Cài VNeID' })),
  'pairs.see': async (viewer) => (await findPair(viewer, await pair())) !== null,
  'pairs.pair-up': async (viewer) => {
    const [instructorId, learnerId] = [await makeMember(union.khuPho5), await makeMember(union.khuPho5)];
    return done(await pairUp(viewer, { unitId: union.khuPho5.id, instructorId, learnerId, from: today() }));
  },
  'pairs.end': async (viewer) => {
    const found = (await findPair(province, await pair())) ?? expect.unreachable();
    return done(await endPair(viewer, { pairId: found.id, version: found.version, day: today(), reason: 'đã thạo' }));
  },
  'trainings.see': async (viewer) => (await findSession(viewer, (await makeApproved(session(), days++)).id)) !== null,
  'trainings.propose': async (viewer) => done(await proposeSession(viewer, proposeSessionInput.parse(form({})))),
  'trainings.decide': async (viewer) => {
    const { id } = await makeProposal(session(), days++);
    return done(
      await decideSession(viewer, { sessionId: id, version: await versionOfSession(id), decision: 'approve' }),
    );
  },
  'trainings.edit': async (viewer) => {
    const { id } = await makeApproved(session(), days++);
    const input = form({ sessionId: id, version: String(await versionOfSession(id)), reason: 'đổi giờ học' });
    return done(await editSession(viewer, editSessionInput.parse(input)));
  },
  'trainings.cancel': async (viewer) => {
    const { id } = await makeApproved(session(), days++);
    return done(
      await cancelSession(viewer, { sessionId: id, version: await versionOfSession(id), reason: 'trời bão lớn' }),
    );
  },
  'articles.see': async (viewer) =>
    (await findArticle(viewer, await drafted(province, writing(union.khuPho5)))) !== null,
  'articles.write': async (viewer) => done(await draftArticle(viewer, writing(union.khuPho5))),
  'articles.publish': async (viewer) => {
    const articleId = await drafted(province, writing(union.khuPho5));
    return done(await publishArticle(viewer, { articleId, version: await versionOf(province, articleId) }));
  },
  'articles.withdraw': async (viewer) =>
    done(await withdrawArticle(viewer, { articleId: await published(province, writing(union.khuPho5)) })),
  'coverage.see': async (viewer) => (await listCoverage(viewer, today())).length > 0,
  'accounts.see': async (viewer) => {
    await createAccountWithRole(db, 'viewer', [union.khuPho5]);
    return (await listAccounts(viewer, {})).accounts.length > 0;
  },
  'accounts.invite': async (viewer) =>
    done(await inviteAccount(viewer, { contact: email(), role: 'viewer', unitId: union.khuPho5.id })),
  'accounts.grant': async (viewer) => {
    const { id } = await createAccountWithRole(db, 'viewer', [union.khuPho5]);
    return done(await grantRole(viewer, { accountId: id, role: 'trainer', unitId: union.khuPho5.id, from: today() }));
  },
  'accounts.revoke': async (viewer) => {
    const { id } = await createAccountWithRole(db, 'viewer', [union.khuPho5]);
    const grantId = (await findAccount(province, id))?.grants[0]?.id ?? expect.unreachable();
    return done(await revokeRole(viewer, { grantId, reason: 'thôi việc' }));
  },
  'audit.see': async (viewer) => (await listAuditEntries(viewer, {})).entries.length > 0,
};

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
