import type { Tap } from './delivery';
import type { Roster, RosterPerson } from './roster';

/** Everybody on the list, with those who came to the door and are not on it yet. */
export function withWalkIns(roster: Roster, taps: readonly Tap[]): RosterPerson[] {
  const listed = new Set(roster.people.map(({ id }) => id));
  const came = new Map<string, RosterPerson>();
  for (const { sessionId, enrolmentId: id, walkIn } of taps) {
    if (sessionId !== roster.id || !walkIn || listed.has(id)) continue;
    const group = roster.units.find((unit) => unit.id === walkIn.unitId)?.name ?? null;
    came.set(id, {
      id,
      no: 0,
      name: walkIn.name,
      group,
      need: null,
      ticket: null,
      seated: false,
      mark: null,
      conflict: false,
    });
  }
  return [...roster.people, ...came.values()];
}
