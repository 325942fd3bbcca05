import { byGivenName, byVietnameseName } from '@/domain/order';
import { searchKey } from '@/domain/texts/clean-text';
import type { Tap } from '../delivery';
import { type Line, markOf } from '../mark';
import type { Roster, RosterPerson } from './roster';
import { withWalkIns } from './walk-ins';

/** A woman as the hall sees her: what was said of her last on this phone, else what the portal last told. */
export type RollLine = Omit<RosterPerson, keyof Line> & Line & { waits: boolean };

/**
 * Everybody of a session, by given name. What waits on this phone comes before what the portal told earlier; it is this
 * phone's word alone, so that where two differ they still do until the portal has it.
 */
export function rollOf(roster: Roster, taps: readonly Tap[]): RollLine[] {
  const last = new Map<string, Tap>();
  for (const tap of taps) if (tap.sessionId === roster.id) last.set(tap.enrolmentId, tap);
  return withWalkIns(roster, taps)
    .map((person) => {
      const tap = last.get(person.id);
      return tap ? { ...person, mark: markOf(tap.mark), waits: true } : { ...person, waits: false };
    })
    .sort(byGivenName);
}

export type RollGroup = { name: string | null; lines: RollLine[] };

/** Lines by group, in their order; those of no group last. */
export function byGroup(lines: readonly RollLine[]): RollGroup[] {
  const groups = new Map<string | null, RollLine[]>();
  for (const line of lines) groups.set(line.group, [...(groups.get(line.group) ?? []), line]);
  return [...groups]
    .map(([name, of]) => ({ name, lines: of }))
    .sort(
      (one, other) =>
        Number(one.name === null) - Number(other.name === null) ||
        byVietnameseName({ name: one.name ?? '' }, { name: other.name ?? '' }),
    );
}

/** Finds "Đặng Thị Kim" for "dang kim": every word typed begins a word of her name. */
export function matches({ name }: Pick<RollLine, 'name'>, typed: string): boolean {
  const words = searchKey(name).split(' ');
  return searchKey(typed)
    .split(' ')
    .every((part) => words.some((word) => word.startsWith(part)));
}

/** Women on the list who bear her name, however either is spelled: perhaps she is one of them. */
export const namesakesOf = <Woman extends Pick<RollLine, 'name'>>(name: string, lines: readonly Woman[]): Woman[] =>
  lines.filter((line) => searchKey(line.name) === searchKey(name));

/** The secret in a ticket's code: the last part of its address, if it can be one. */
export function secretOf(code: string): string | null {
  const secret = code.trim().split(/[?#]/)[0]?.split('/').pop() ?? '';
  return /^[a-z2-7]{26}$/.test(secret) ? secret : null;
}

/** The hash under which a roster knows a ticket, in hex. */
export async function ticketHash(secret: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The woman of a ticket's code. `again`: she stands as present already; `unknown`: of nobody on this list. */
export type TicketReading = { kind: 'found' | 'again'; line: RollLine } | { kind: 'unknown' };

export async function readTicket(code: string, lines: readonly RollLine[]): Promise<TicketReading> {
  const secret = secretOf(code);
  const hash = secret && (await ticketHash(secret));
  const line = hash && lines.find(({ ticket }) => ticket === hash);
  if (!line) return { kind: 'unknown' };
  return { kind: line.mark === 'present' ? 'again' : 'found', line };
}
