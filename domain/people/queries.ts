import { withinAreas, withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { activeOn, today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { pageOf } from '@/domain/page';
import { placeName, unitsAbove } from '@/domain/units/host';
import { listPublishedNames } from '@/domain/units/name-queries';
import { findUnit } from '@/domain/units/queries';
import { toUnit, unitSelect } from '@/domain/units/unit';
import { db, type Prisma } from '@/prisma/client';
import { type Member, membersWithin } from './person';
import { listRegisterIds } from './register-queries';

const MEMBERS_PAGE = 100;

export type MemberFilter = {
  /** members of this unit and of those below it */
  unitId: string;
  /** words of the name, with or without Vietnamese marks, or a whole phone number */
  q?: string;
  /** the last member of the page before */
  after?: string;
};
export type MemberPage = { members: Member[]; next: string | null };

const none: MemberPage = { members: [], next: null };

/** Members of a unit and below within the viewer's reach, by given name in Vietnamese order, a hundred a page. */
export async function listMembers(viewer: Viewer, { unitId, q, after }: MemberFilter): Promise<MemberPage> {
  const unit = isId(unitId) ? await findUnit(viewer, unitId, 'people.see') : null;
  if (!unit) return none;
  const ids = await listRegisterIds(viewer, { path: unit.path, q, after }, MEMBERS_PAGE + 1);
  const { page: shown, next } = pageOf(ids, MEMBERS_PAGE, (id) => id);
  const rows = await db.person.findMany({
    where: { id: { in: shown } },
    select: memberSelect(withinAreas([unit.path])),
    take: shown.length,
  });
  const byId = new Map((await toMembers(rows)).map((member) => [member.id, member]));
  const members = shown.flatMap((id) => byId.get(id) ?? []);
  return { members, next };
}

/** One member whom the viewer reaches, or null: an erased or merged record and a woman of another commune are none. */
export async function findMember(viewer: Viewer, personId: string): Promise<Member | null> {
  if (!isId(personId)) return null;
  const row = await db.person.findFirst({
    where: { id: personId, ...membersWithin(viewer) },
    select: memberSelect(withinReach(viewer, 'people.see')),
  });
  const [member] = row ? await toMembers([row]) : [];
  return member ?? null;
}

/** The columns of a `Member`; her unit is the one of a membership within these units. */
const memberSelect = (unit: Prisma.UnitWhereInput) => ({
  id: true,
  fullName: true,
  birthYear: true,
  memberships: { where: { ...activeOn(today()), unit }, select: { unit: { select: unitSelect() } }, take: 1 },
});
type Row = Prisma.PersonGetPayload<{ select: ReturnType<typeof memberSelect> }>;

async function toMembers(rows: Row[]): Promise<Member[]> {
  const placed = rows.map(({ memberships: [membership], ...row }) => ({
    ...row,
    unit: membership && toUnit(membership.unit),
  }));
  const names = await listPublishedNames(placed.flatMap(({ unit }) => (unit ? unitsAbove(unit) : [])));
  return placed.map(({ fullName, unit, ...row }) => ({
    ...row,
    name: fullName ?? '',
    unitId: unit?.id ?? '',
    unitName: unit ? placeName(unit, names) : '',
  }));
}
