import { oneOf } from '@/app/address';
import { type MatrixLack, matrixLacks } from '@/domain/coverage/matrix/matrix-view';
import { isId } from '@/domain/id';
import { REMINDED_MAX } from '@/domain/reminders/reminder';

/** Whom a reminder is for: units that are ticked, or all that the matrix of a commune shows; and what was just sent. */
export type AskedReminder = {
  communeId?: string | undefined;
  lacks?: MatrixLack | undefined;
  unitIds: string[];
  sent?: { units: number; people: number } | undefined;
};

export const reminderPath = '/admin/reminders/new';

/** What an address asks for; a value that it should not hold is left out. */
export function askedOf(query: Record<string, string | string[] | undefined>): AskedReminder {
  const [, units, people] = /^(\d{1,4})-(\d{1,4})$/.exec(oneOf(query.sent) ?? '') ?? [];
  return {
    communeId: [oneOf(query.commune)].find((id) => id && isId(id)),
    lacks: matrixLacks.find((each) => each === oneOf(query.lacks)),
    unitIds: [query.units ?? []].flat().filter(isId).slice(0, REMINDED_MAX),
    sent: units && people ? { units: Number(units), people: Number(people) } : undefined,
  };
}

/** The address that asks for this. */
export function addressOf({ communeId, lacks, unitIds, sent }: AskedReminder): string {
  const query = new URLSearchParams([
    ...(communeId ? [['commune', communeId]] : []),
    ...(lacks ? [['lacks', lacks]] : []),
    ...unitIds.map((id) => ['units', id]),
    ...(sent ? [['sent', `${sent.units}-${sent.people}`]] : []),
  ] as [string, string][]);
  return `${reminderPath}?${query}`;
}
