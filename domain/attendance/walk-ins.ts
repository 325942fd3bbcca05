import { cleanLine } from '@/domain/clean-text';
import { normalPhone } from '@/domain/people/phone';
import type { Tap, WalkIn } from './delivery';
import { NAME_MAX, type Roster, type RosterPerson } from './roster';

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

/**
 * What was typed of a woman at the door, as the portal will take it, or the field that is wrong. The portal's own check
 * (`walkInInput`) says the same; it is not used here, since its library weighs more than the whole app in the hall.
 */
export function readWalkIn(typed: { name?: unknown; phone?: unknown; unitId?: unknown }): WalkIn | 'name' | 'phone' {
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const name = cleanLine(text(typed.name));
  if (name.length === 0 || name.length > NAME_MAX) return 'name';
  const number = text(typed.phone).trim();
  const phone = normalPhone(number);
  if (number && !phone) return 'phone';
  const unitId = text(typed.unitId);
  return { name, ...(phone && { phone }), ...(unitId && { unitId }) };
}
