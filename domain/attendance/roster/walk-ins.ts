import { normalPhone } from '@/domain/people/phones/phone';
import { cleanLine, isVisible } from '@/domain/texts/clean-text';
import type { Tap, WalkIn } from '../delivery';
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

/** One dialog is one woman. Made here, since Firefox before 95 has no `crypto.randomUUID`. */
export function newWalkInId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/**
 * A woman at the door as the portal will take her, or the field that is wrong. `walkInInput` says the same for the
 * portal; its library weighs more than the whole app in the hall.
 */
export function readWalkIn(typed: { name?: unknown; phone?: unknown; unitId?: unknown }): WalkIn | 'name' | 'phone' {
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const name = cleanLine(text(typed.name));
  if (!isVisible(name) || name.length > NAME_MAX) return 'name';
  const number = text(typed.phone).trim();
  const phone = normalPhone(number);
  if (number && !phone) return 'phone';
  const unitId = text(typed.unitId);
  return { name, ...(phone && { phone }), ...(unitId && { unitId }) };
}
