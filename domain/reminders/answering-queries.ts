import { isWithin, pathOf, spanToday, withinReach } from '@/domain/access/access';
import type { Role } from '@/domain/access/permissions';
import type { Viewer } from '@/domain/access/viewer';
import { activeOn, today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import type { OfficeTitle } from '@/domain/people/person';
import { keptMasked } from '@/domain/people/phones/phone';
import { db, type Prisma } from '@/prisma/client';
import type { Answering } from './answering';

/** Whoever holds one of these answers for a sub-association or a group: its head first, then her deputies. */
const answering = [
  'sub_association_head',
  'group_head',
  'sub_association_deputy',
  'group_deputy',
] as const satisfies OfficeTitle[];

/** Roles that mend what is missing at a unit of theirs. */
const mending: Role[] = ['commune_official', 'sub_association_head'];

const PEOPLE_MAX = 2_000;
const GRANTS_MAX = 20;

const personSelect = () =>
  ({ id: true, fullName: true, phone: true, demo: true }) as const satisfies Prisma.PersonSelect;

const grantsToday = () => ({
  where: { ...activeOn(today()), role: { in: mending } },
  select: { unit: { select: { unitSpans: spanToday() } } },
  take: GRANTS_MAX,
});

const officeSelect = () =>
  ({
    unitId: true,
    title: true,
    unit: { select: { unitSpans: spanToday() } },
    person: {
      select: {
        ...personSelect(),
        account: { select: { id: true, disabledAt: true, roleGrantsAsAccount: grantsToday() } },
      },
    },
  }) as const;

const grantSelect = () =>
  ({
    unitId: true,
    account: { select: { id: true, displayName: true, demo: true, person: { select: personSelect() } } },
  }) as const;

/**
 * Who answers for these units today, within the viewer's reach: heads first, then deputies, then whoever has the right at
 * the unit itself without such an office. Whole numbers are asked for on their records.
 */
export async function listAnswering(viewer: Viewer, unitIds: readonly string[]): Promise<Answering[]> {
  const units = { unitId: { in: unitIds.filter(isId) }, unit: withinReach(viewer, 'people.see') };
  const [offices, grants] = await Promise.all([
    db.office.findMany({
      where: { AND: [units, activeOn(today()), { title: { in: [...answering] }, person: { mergedIntoId: null } }] },
      orderBy: [{ unitId: 'asc' }, { id: 'asc' }],
      select: officeSelect(),
      take: PEOPLE_MAX,
    }),
    db.roleGrant.findMany({
      where: { AND: [units, activeOn(today()), { role: { in: mending }, account: { disabledAt: null } }] },
      orderBy: [{ unitId: 'asc' }, { id: 'asc' }],
      select: grantSelect(),
      take: PEOPLE_MAX,
    }),
  ]);
  const inOffice = offices.map(ofOffice).filter(({ name }) => name !== '');
  const isListed = (unitId: string, accountId: string) =>
    inOffice.some((each) => each.unitId === unitId && each.accountId === accountId);
  const byRight = grants.filter(({ unitId, account }) => !isListed(unitId, account.id)).map(ofGrant);
  return [...inOffice.sort((one, other) => orderOf(one) - orderOf(other)), ...eachOnce(byRight)];
}

const orderOf = ({ title }: Answering) => (answering as readonly (OfficeTitle | null)[]).indexOf(title);

function ofOffice({
  unitId,
  title,
  unit,
  person,
}: Prisma.OfficeGetPayload<{ select: ReturnType<typeof officeSelect> }>): Answering {
  const { account } = person;
  const mends = account?.roleGrantsAsAccount.some((grant) => isWithin(pathOf(unit), pathOf(grant.unit)));
  return {
    unitId,
    title,
    personId: person.id,
    accountId: account && mends && !account.disabledAt ? account.id : null,
    name: person.fullName ?? '',
    phone: keptMasked(person.phone),
    demo: person.demo,
  };
}

const ofGrant = ({
  unitId,
  account,
}: Prisma.RoleGrantGetPayload<{ select: ReturnType<typeof grantSelect> }>): Answering => ({
  unitId,
  title: null,
  personId: account.person?.id ?? null,
  accountId: account.id,
  name: account.person?.fullName ?? account.displayName,
  phone: keptMasked(account.person?.phone),
  demo: account.demo,
});

/** Somebody with two roles at a unit. */
const eachOnce = (all: Answering[]) =>
  all.filter(
    (each, at) =>
      all.findIndex(({ unitId, accountId }) => unitId === each.unitId && accountId === each.accountId) === at,
  );
