import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Role } from '@/domain/access/permissions';
import type { Viewer } from '@/domain/access/viewer';
import { viewerOfSession } from '@/domain/accounts/session-queries';
import { tokenHash } from '@/domain/accounts/token';
import { type Day, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createAccountWithRole } from '@/test/factories/accounts';
import { createMember } from '@/test/factories/people';
import {
  createCommune,
  createGroup,
  createProvince,
  createSubAssociation,
  keepRecords,
  type MadeUnit,
} from '@/test/factories/units';

/** A small union for tests of reach: a province with two communes that must not see each other's records. */
export type TestUnion = Awaited<ReturnType<typeof makeUnion>>;
export type TestUnit = Pick<MadeUnit, 'id' | 'path'>;

export async function makeUnion() {
  const province = await createProvince(db);
  const longHung = await makeCommune(province, 'Long Hưng');
  const trangDai = await makeCommune(province, 'Trảng Dài');
  const khuPho5 = await createSubAssociation(db, longHung, { name: 'Khu phố 5' });
  const khuPho6 = await createSubAssociation(db, longHung, { name: 'Khu phố 6' });
  const to1 = await createGroup(db, khuPho5, { name: 'Tổ 1' });
  const ongHuong = await createSubAssociation(db, trangDai, { name: 'Khu phố Ông Hường' });
  return { province, longHung, trangDai, khuPho5, khuPho6, to1, ongHuong };
}

/** A commune that keeps its records here. */
export async function makeCommune(province: TestUnit, name: string): Promise<MadeUnit> {
  const commune = await createCommune(db, province, { name });
  await keepRecords(db, commune);
  return commune;
}

/** Somebody who holds one role at one unit, of which the database knows too: it asks itself for what it keeps behind a door (0245). */
export async function makeViewer(role: Role, unit: TestUnit): Promise<Viewer> {
  const { id, displayName } = await createAccountWithRole(db, role, [unit]);
  const grants = [{ role, unitId: unit.id, path: unit.path }];
  return { accountId: id, personId: null, displayName, locale: 'vi', grants };
}

/** The staff of Long Hưng around Khu phố 5, and the official of the neighbour commune, who must find nothing of it. */
export async function makeStaff({ longHung, trangDai, khuPho5, khuPho6 }: TestUnion) {
  return {
    official: await makeViewer('commune_official', longHung),
    reader: await makeViewer('viewer', longHung),
    trainer: await makeViewer('trainer', longHung),
    head: await makeViewer('sub_association_head', khuPho5),
    otherHead: await makeViewer('sub_association_head', khuPho6),
    neighbour: await makeViewer('commune_official', trangDai),
  };
}

/** Somebody whose role ended today, as her next request finds her: still signed in. */
export const makeFormerViewer = async (role: Role, unit: TestUnit): Promise<Viewer> =>
  signedIn(await createAccountWithRole(db, role, [unit], { to: today() }));

/** Whoever has an account, as a request finds her now: with the roles that she has today, where their units lie today. */
export async function signedIn({ id }: { id: string }): Promise<Viewer> {
  const token = tokenHash(`${id} ${randomUUID()}`);
  const expiresAt = new Date(Date.now() + 3_600_000);
  await db.accountSession.create({ data: { accountId: id, tokenHash: token, expiresAt }, select: { id: true } });
  const viewer = await viewerOfSession(token);
  if (!viewer) throw new Error('no session');
  return viewer;
}

/** An id that nothing has. */
export const nothing = '00000000-0000-7000-8000-000000000000';

/** A member of a unit; answers with her id. */
export const makeMember = async (unit: TestUnit, name = 'Nguyễn Thị Lan'): Promise<string> =>
  (await createMember(db, unit, { name })).id;

/** Closes a month for a commune, as a locked report does: the commune, its first day, the first day after it. */
export const LOCK_PERIOD = `
  WITH period AS (INSERT INTO reporting_period (id, kind, starts_on, ends_on, due_on) VALUES (app.uuid7(), 'month', $2, $3, $3)
    ON CONFLICT (kind, starts_on) DO UPDATE SET ends_on = excluded.ends_on RETURNING id)
  INSERT INTO report (id, unit_id, period_id, state) SELECT app.uuid7(), $1, id, 'locked' FROM period`;

/** The same at once. By the owner: the portal moves reports by decisions only. */
export async function lockPeriod(commune: TestUnit, startsOn: Day, endsOn: Day): Promise<void> {
  const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await owner.connect();
  await owner.query(LOCK_PERIOD, [commune.id, startsOn, endsOn]);
  await owner.end();
}
