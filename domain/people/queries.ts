import { withinAreas, withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { activeOn, today } from '@/domain/day';
import { isId } from '@/domain/id';
import { searchKey } from '@/domain/text';
import { findUnit } from '@/domain/units/queries';
import { nameToday } from '@/domain/units/unit';
import { db } from '@/prisma/client';
import { type Member, membersWithin } from './person';

const MEMBERS_PAGE = 100;

export type MemberFilter = {
  /** members of this unit and of those below it */
  unitId: string;
  /** words of the name, with or without Vietnamese marks */
  q?: string;
  /** the last member of the page before */
  after?: string;
};
export type MemberPage = { members: Member[]; next: string | null };

const none: MemberPage = { members: [], next: null };

/** Members of a unit and below within the viewer's reach, by given name in Vietnamese order, a hundred a page. */
export async function listMembers(viewer: Viewer, { unitId, q = '', after }: MemberFilter): Promise<MemberPage> {
  const unit = isId(unitId) ? await findUnit(viewer, unitId, 'people.see') : null;
  if (!unit) return none;
  const words = searchKey(q).slice(0, 100);
  const here = { ...activeOn(today()), unit: withinAreas([unit.path]) };
  const rows = await db.person.findMany({
    where: {
      AND: [
        membersWithin(viewer),
        { memberships: { some: here } },
        words ? { searchKey: { contains: words.replace(/[\\%_]/g, '\\$&') } } : {},
        await behind(viewer, after),
      ],
    },
    orderBy: [{ nameOrder: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      fullName: true,
      birthYear: true,
      memberships: { where: here, select: { unitId: true, unit: { select: { unitNames: nameToday() } } }, take: 1 },
    },
    take: MEMBERS_PAGE + 1,
  });
  const members = rows.slice(0, MEMBERS_PAGE).map(toMember);
  return { members, next: rows.length > MEMBERS_PAGE ? (members.at(-1)?.id ?? null) : null };
}

async function behind(viewer: Viewer, after: string | undefined) {
  if (!after || !isId(after)) return {};
  const last = await db.person.findFirst({
    where: { id: after, ...membersWithin(viewer) },
    select: { id: true, nameOrder: true },
  });
  if (!last?.nameOrder) return {};
  return { OR: [{ nameOrder: { gt: last.nameOrder } }, { nameOrder: last.nameOrder, id: { gt: last.id } }] };
}

/** One member whom the viewer reaches, or null: an erased or merged record and a woman of another commune are none. */
export async function findMember(viewer: Viewer, personId: string): Promise<Member | null> {
  if (!isId(personId)) return null;
  const row = await db.person.findFirst({
    where: { id: personId, ...membersWithin(viewer) },
    select: {
      id: true,
      fullName: true,
      birthYear: true,
      memberships: {
        where: { ...activeOn(today()), unit: withinReach(viewer, 'people.see') },
        select: { unitId: true, unit: { select: { unitNames: nameToday() } } },
        take: 1,
      },
    },
  });
  return row && toMember(row);
}

type Row = {
  id: string;
  fullName: string | null;
  birthYear: number | null;
  memberships: { unitId: string; unit: { unitNames: { name: string }[] } }[];
};

const toMember = ({ memberships: [membership], fullName, ...row }: Row): Member => ({
  ...row,
  name: fullName ?? '',
  unitId: membership?.unitId ?? '',
  unitName: membership?.unit.unitNames[0]?.name ?? '',
});
