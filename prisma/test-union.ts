import pg from 'pg';
import type { Role } from '@/domain/access/permissions';
import type { Viewer } from '@/domain/access/viewer';
import { type Day, toDate } from '@/domain/day';
import { db } from './client';

/** A small union for tests: a province, two communes, sub-associations and groups, with people and viewers made at need. */
export type TestUnit = { id: string; path: string };
export type TestUnion = Awaited<ReturnType<typeof makeUnion>>;

const OPENED = '2025-07-01';
let count = 0;

export async function makeUnit(
  level: 'province' | 'commune' | 'sub_association' | 'group',
  name: string,
  parent?: TestUnit,
  openedOn: Day = OPENED,
): Promise<TestUnit> {
  count++;
  const kind = { province: 'city', commune: 'ward', sub_association: 'neighbourhood', group: 'group' } as const;
  const validFrom = toDate(openedOn);
  const { id } = await db.unit.create({
    data: {
      level,
      slug: `unit-${count}`,
      openedOn: validFrom,
      unitNames: { create: { name, validFrom } },
      unitKinds: { create: { kind: kind[level], validFrom } },
      ...(parent ? { unitParentsAsUnit: { create: { parentId: parent.id, validFrom } } } : {}),
      ...(level === 'commune' ? { recordKeepings: { create: { validFrom } } } : {}),
    },
    select: { id: true },
  });
  const span = await db.unitSpan.findFirstOrThrow({ where: { unitId: id }, select: { path: true } });
  return { id, path: span.path };
}

export async function makeUnion() {
  const province = await makeUnit('province', 'Đồng Nai');
  const longHung = await makeUnit('commune', 'Long Hưng', province);
  const trangDai = await makeUnit('commune', 'Trảng Dài', province);
  const khuPho5 = await makeUnit('sub_association', 'Khu phố 5', longHung);
  const khuPho6 = await makeUnit('sub_association', 'Khu phố 6', longHung);
  const to1 = await makeUnit('group', 'Tổ 1', khuPho5);
  const ongHuong = await makeUnit('sub_association', 'Khu phố Ông Hường', trangDai);
  return { province, longHung, trangDai, khuPho5, khuPho6, to1, ongHuong };
}

/** Somebody who holds one role at one unit. */
export async function makeViewer(role: Role, unit: TestUnit): Promise<Viewer> {
  count++;
  const { id } = await db.account.create({
    data: { email: `viewer-${count}@test.invalid`, displayName: `Người xem ${count}`, locale: 'vi' },
    select: { id: true },
  });
  return {
    accountId: id,
    personId: null,
    displayName: `Người xem ${count}`,
    locale: 'vi',
    grants: [{ role, unitId: unit.id, path: unit.path }],
  };
}

/** A member of a unit; answers with her id. */
export async function makeMember(unit: TestUnit, fullName = 'Nguyễn Thị Lan', from: Day = OPENED): Promise<string> {
  const { id } = await db.person.create({
    data: {
      fullName,
      keeperUnitId: unit.id,
      memberships: { create: { unitId: unit.id, validFrom: toDate(from) } },
    },
    select: { id: true },
  });
  return id;
}

/** Closes a month for a commune, as an accepted and locked report does. By the owner: the portal moves reports by decisions only. */
export async function lockPeriod(commune: TestUnit, startsOn: Day, endsOn: Day): Promise<void> {
  const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await owner.connect();
  await owner.query(
    `WITH period AS (INSERT INTO reporting_period (id, kind, starts_on, ends_on, due_on)
       VALUES (app.uuid7(), 'month', $2, $3, $3) RETURNING id)
     INSERT INTO report (id, unit_id, period_id, state) SELECT app.uuid7(), $1, id, 'locked' FROM period`,
    [commune.id, startsOn, endsOn],
  );
  await owner.end();
}
