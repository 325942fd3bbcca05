import { may, pathOf, reach, spanToday, withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { type Day, today } from '@/domain/days/day';
import { lastingAfter } from '@/domain/days/ending';
import { isId } from '@/domain/id';
import { personsKeptWithin } from '@/domain/people/person';
import { maskedPhone } from '@/domain/people/phones/phone';
import { toHost, unitsAbove } from '@/domain/units/host';
import { listPublishedNames } from '@/domain/units/name-queries';
import { toUnit, unitSelect } from '@/domain/units/unit';
import { db } from '@/prisma/client';
import { listCrossings } from './crossing-queries';
import type { ShownCrossings } from './merge-crossings';
import {
  type IncomingRequest,
  lapsesOn,
  type Movable,
  type OutgoingRequest,
  openSince,
  type Purpose,
  stateOf,
} from './request';

const REQUESTS_MAX = 100;

const incoming = (viewer: Viewer) => ({
  answer: null,
  closedAt: null,
  askedAt: { gte: openSince() },
  person: personsKeptWithin(viewer, 'merging.answer'),
});

/** Requests of others for women whose records the viewer keeps, the oldest first; at most 100, of which 20 a commune. */
export async function listIncoming(viewer: Viewer): Promise<IncomingRequest[]> {
  const rows = await db.personRequest.findMany({
    where: incoming(viewer),
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      version: true,
      purpose: true,
      askedAt: true,
      askedBy: { select: { displayName: true } },
      toUnit: { select: unitSelect() },
      ownPersonId: true,
      person: { select: womanSelect() },
    },
    take: REQUESTS_MAX,
  });
  const units = rows.map(({ toUnit: unit }) => toUnit(unit));
  const [names, crossings] = await Promise.all([
    listPublishedNames(units.flatMap(unitsAbove)),
    crossingOf(viewer, rows),
  ]);
  return rows.flatMap(({ person, askedBy, toUnit: unit, purpose, ownPersonId: _own, ...row }) => {
    if (!person) return [];
    const { fullName, keeperUnit, _count, ...woman } = person;
    return [
      {
        ...row,
        purpose: purpose as Purpose,
        askedBy: askedBy.displayName,
        toUnit: toHost(toUnit(unit), names),
        person: { ...woman, name: fullName ?? '' },
        lapsesOn: lapsesOn(row.askedAt),
        crossings: crossings.get(row.id) ?? { each: [], mark: '' },
        holds: { offices: _count.offices, pairs: _count.pairsAsInstructor + _count.pairsAsLearner },
        mayAnswer: may(viewer, 'merging.answer', pathOf(keeperUnit)),
      },
    ];
  });
}

type Wanted = { id: string; purpose: string; ownPersonId: string | null; person: { id: string } | null };

/** Crossings by request, of the requests that ask for a merger. */
async function crossingOf(viewer: Viewer, rows: readonly Wanted[]): Promise<Map<string, ShownCrossings>> {
  const mergers = rows.flatMap(({ id, purpose, ownPersonId, person }) =>
    purpose === 'merge' && ownPersonId && person ? [{ id, survivorId: ownPersonId, absorbedId: person.id }] : [],
  );
  const crossings = await listCrossings(viewer, mergers);
  return new Map(mergers.flatMap(({ id }, at) => (crossings[at] ? [[id, crossings[at]]] : [])));
}

const womanSelect = () => ({
  id: true,
  fullName: true,
  birthYear: true,
  keeperUnit: { select: { unitSpans: spanToday() } },
  _count: {
    select: {
      offices: { where: lastingAfter(today(), db.office.fields) },
      pairsAsInstructor: { where: lastingAfter(today(), db.pair.fields) },
      pairsAsLearner: { where: lastingAfter(today(), db.pair.fields) },
    },
  },
});

/** A request that waits for an answer: the commune that asks, and the day on which it lapses without one. */
export type WaitingRequest = { commune: string; lapsesOn: Day };

/** Requests from outside of her reach that wait for the viewer's answer, the oldest first; at most 100. */
export async function listWaitingRequests(viewer: Viewer): Promise<WaitingRequest[]> {
  if (reach(viewer, 'merging.answer').length === 0) return [];
  const rows = await db.personRequest.findMany({
    where: { ...incoming(viewer), toUnit: { NOT: withinReach(viewer, 'merging.ask') } },
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
    select: { askedAt: true, toUnit: { select: { unitSpans: spanToday() } } },
    take: REQUESTS_MAX,
  });
  const communes = rows.map(({ toUnit: { unitSpans } }) => unitSpans[0]?.communeId ?? null);
  const names = await listPublishedNames(communes);
  return rows.map(({ askedAt }, at) => ({
    commune: names.get(communes[at] ?? '') ?? '',
    lapsesOn: lapsesOn(askedAt),
  }));
}

/**
 * Requests of the units where the viewer may ask, the newest first, at most 100. Whether a record matched does not show:
 * all wait alike, until they are answered, withdrawn or lapse.
 */
export async function listOutgoing(viewer: Viewer): Promise<OutgoingRequest[]> {
  const rows = await db.personRequest.findMany({
    where: { toUnit: withinReach(viewer, 'merging.ask'), soughtName: { not: null } },
    orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      purpose: true,
      ownPersonId: true,
      soughtName: true,
      soughtBirthYear: true,
      soughtPhone: true,
      askedAt: true,
      answer: true,
      withdrawnById: true,
      reason: true,
      askedBy: { select: { displayName: true } },
      toUnit: { select: unitSelect() },
      sameAs: { select: { answer: true, reason: true } },
    },
    take: REQUESTS_MAX,
  });
  const names = await listPublishedNames(rows.flatMap(({ toUnit: unit }) => unitsAbove(toUnit(unit))));
  return rows.map(
    ({ answer, withdrawnById, sameAs, reason, ownPersonId, askedBy, soughtName, toUnit: unit, ...row }) => ({
      ...row,
      soughtName: soughtName ?? '',
      purpose: row.purpose as Purpose,
      soughtPhone: row.soughtPhone ? maskedPhone(row.soughtPhone) : null,
      toUnit: toHost(toUnit(unit), names),
      askedBy: askedBy.displayName,
      state: stateOf({ answer: answer ?? sameAs?.answer ?? null, askedAt: row.askedAt, withdrawnById }),
      reason: withdrawnById ? null : (reason ?? sameAs?.reason ?? null),
      lapsesOn: lapsesOn(row.askedAt),
      mergedInto: row.purpose === 'merge' && answer === 'agreed' ? ownPersonId : null,
    }),
  );
}

/** A woman whose record the viewer keeps and may give away without asking anybody, or null. */
export async function findMovable(viewer: Viewer, personId: string): Promise<Movable | null> {
  if (!isId(personId)) return null;
  const row = await db.person.findFirst({
    where: { id: personId, ...personsKeptWithin(viewer, 'merging.answer') },
    select: { id: true, version: true, fullName: true, birthYear: true },
  });
  return row && { id: row.id, version: row.version, name: row.fullName ?? '', birthYear: row.birthYear };
}
