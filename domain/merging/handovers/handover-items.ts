import { may, pathOf, spanToday, withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { mayGrant } from '@/domain/accounts/account';
import { type Day, dayOf, fromDate, startOf, today } from '@/domain/days/day';
import { lastingAfter } from '@/domain/days/ending';
import { laterOf } from '@/domain/pairs/pair';
import { nameToday } from '@/domain/units/unit';
import type { Prisma } from '@/prisma/generated/client';
import type { Transaction } from '@/prisma/transaction';
import type { HandoverItem, HandoverKind, HandoverWay } from './handover';

const EACH_MAX = 100;

const placeSelect = () => ({ select: { unitNames: nameToday(), unitSpans: spanToday() } });
type Place = Prisma.UnitGetPayload<ReturnType<typeof placeSelect>>;
const nameOf = (place: Place | undefined) => place?.unitNames[0]?.name ?? '';

const item = (
  kind: HandoverKind,
  id: string,
  what: string,
  place: string,
  since: Day,
  ways: HandoverWay[],
): HandoverItem => ({ key: `${kind}:${id}`, kind, id, what, office: null, place, since, ways });
const both: HandoverWay[] = ['takeOver', 'end'];

/**
 * Everything active that hangs on a woman from a day on, at units within the viewer's reach. For a command inside its
 * transaction and for the page alike.
 */
export async function itemsOf(tx: Transaction, viewer: Viewer, personId: string, day: Day): Promise<HandoverItem[]> {
  const cut = laterOf(day, today());
  const unit = withinReach(viewer, 'merging.hand-over');
  const take = EACH_MAX;
  const [offices, networks, ofSessions, ofAccount, ofPairs, ofModels] = await Promise.all([
    tx.office.findMany({
      where: { personId, unit, ...lastingAfter(cut, tx.office.fields) },
      select: { id: true, title: true, validFrom: true, unit: placeSelect() },
      take,
    }),
    tx.networkMember.findMany({
      where: { personId, network: { unit }, ...lastingAfter(cut, tx.networkMember.fields) },
      select: { id: true, validFrom: true, network: { select: { name: true, unit: placeSelect() } } },
      take,
    }),
    itemsOfSessions(tx, viewer, personId, cut),
    itemsOfAccount(tx, viewer, personId, cut),
    itemsOfPairs(tx, viewer, personId, cut),
    itemsOfModels(tx, viewer, personId, cut),
  ]);
  return [
    ...offices.map((row) => item('office', row.id, row.title, nameOf(row.unit), fromDate(row.validFrom), both)),
    ...ofAccount,
    ...ofPairs,
    ...ofModels,
    ...ofSessions,
    ...networks.map((row) =>
      item('network', row.id, row.network.name, nameOf(row.network.unit), fromDate(row.validFrom), both),
    ),
  ];
}

async function itemsOfSessions(tx: Transaction, viewer: Viewer, personId: string, cut: Day): Promise<HandoverItem[]> {
  const rows = await tx.sessionTrainer.findMany({
    where: {
      trainerId: personId,
      state: { in: ['proposed', 'approved'] },
      startsAt: { gte: startOf(cut) },
      session: { unit: withinReach(viewer, 'merging.hand-over') },
    },
    select: {
      sessionId: true,
      startsAt: true,
      session: {
        select: {
          unit: placeSelect(),
          course: {
            select: { code: true, courseTexts: { where: { locale: 'vi' }, select: { title: true }, take: 1 } },
          },
        },
      },
    },
    take: EACH_MAX,
  });
  return rows.map(({ sessionId, startsAt, session: { unit, course } }) =>
    item('session', sessionId, course.courseTexts[0]?.title ?? course.code, nameOf(unit), dayOf(startsAt), both),
  );
}

async function itemsOfPairs(tx: Transaction, viewer: Viewer, personId: string, cut: Day): Promise<HandoverItem[]> {
  const open = lastingAfter(cut, tx.pairHost.fields);
  const pairs = await tx.pair.findMany({
    where: {
      AND: [lastingAfter(cut, tx.pair.fields), { OR: [{ instructorId: personId }, { learnerId: personId }] }],
      pairHosts: { some: { ...open, unit: withinReach(viewer, 'merging.hand-over') } },
    },
    select: {
      id: true,
      instructorId: true,
      validFrom: true,
      instructor: { select: { fullName: true } },
      learner: { select: { fullName: true } },
      pairHosts: { where: open, select: { unit: placeSelect() }, take: 1 },
    },
    take: EACH_MAX,
  });
  return pairs.map((pair) => {
    const isGuide = pair.instructorId === personId;
    const other = (isGuide ? pair.learner : pair.instructor).fullName ?? '';
    const place = nameOf(pair.pairHosts[0]?.unit);
    return item(
      isGuide ? 'pair' : 'learning',
      pair.id,
      other,
      place,
      fromDate(pair.validFrom),
      isGuide ? both : ['end'],
    );
  });
}

async function itemsOfModels(tx: Transaction, viewer: Viewer, personId: string, cut: Day): Promise<HandoverItem[]> {
  const open = lastingAfter(cut, tx.modelHost.fields);
  const hosted = { modelHosts: { some: { ...open, unit: withinReach(viewer, 'merging.hand-over') } } };
  const where = { personId, model: hosted };
  const model = { select: { name: true, modelHosts: { where: open, select: { unit: placeSelect() }, take: 1 } } };
  const select = { id: true, validFrom: true, model };
  const [seats, members] = await Promise.all([
    tx.boardSeat.findMany({
      where: { ...where, ...lastingAfter(cut, tx.boardSeat.fields) },
      select: { ...select, office: true },
      take: EACH_MAX,
    }),
    tx.modelMember.findMany({
      where: { ...where, ...lastingAfter(cut, tx.modelMember.fields) },
      select,
      take: EACH_MAX,
    }),
  ]);
  const of = (kind: 'seat' | 'model', row: (typeof members)[number]) =>
    item(kind, row.id, row.model.name, nameOf(row.model.modelHosts[0]?.unit), fromDate(row.validFrom), both);
  return [
    ...seats.map(({ office, ...row }) => ({ ...of('seat', row), office })),
    ...members.map((row) => of('model', row)),
  ];
}

/** Roles of her account and articles she wrote that were never public. */
async function itemsOfAccount(tx: Transaction, viewer: Viewer, personId: string, cut: Day): Promise<HandoverItem[]> {
  const unit = withinReach(viewer, 'merging.hand-over');
  const [grants, articles] = await Promise.all([
    tx.roleGrant.findMany({
      where: { account: { personId }, unit, ...lastingAfter(cut, tx.roleGrant.fields) },
      select: { id: true, role: true, validFrom: true, accountId: true, unit: placeSelect() },
      take: EACH_MAX,
    }),
    tx.article.findMany({
      where: { createdBy: { personId }, unit, publications: { none: {} } },
      select: {
        id: true,
        createdAt: true,
        unit: placeSelect(),
        editions: {
          orderBy: { number: 'desc' },
          select: { editionTexts: { where: { locale: 'vi' }, select: { title: true }, take: 1 } },
          take: 1,
        },
      },
      take: EACH_MAX,
    }),
  ]);
  return [
    ...grants.map((grant) => {
      const path = pathOf(grant.unit);
      const isHers = grant.accountId === viewer.accountId;
      const mayRevoke = may(viewer, 'accounts.revoke', path) && mayGrant(viewer, grant.role, path, 'accounts.revoke');
      // whoever hands her work over ends what she could do as a head here too: only granting it anew is the province's
      const endsWithWork = grant.role === 'sub_association_head';
      const ways: HandoverWay[] = isHers ? [] : mayRevoke ? both : endsWithWork ? ['end'] : [];
      return item('grant', grant.id, grant.role, nameOf(grant.unit), fromDate(grant.validFrom), ways);
    }),
    ...articles.map((article) =>
      item(
        'article',
        article.id,
        article.editions[0]?.editionTexts[0]?.title ?? '',
        nameOf(article.unit),
        dayOf(article.createdAt),
        ['takeOver', 'keep'],
      ),
    ),
  ];
}
