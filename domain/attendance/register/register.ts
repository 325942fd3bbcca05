import type { SessionState } from '@/domain/trainings/session';
import type { Prisma } from '@/prisma/generated/client';
import type { SaidMark } from '../mark';
import type { Listed } from './register-view';

/** The origin of a mark: a phone, the paper typed back, or the desk where contradictions are settled. */
export type DeviceKind = 'phone' | 'paper' | 'desk';

export type RegisterSession = {
  id: string;
  unitId: string;
  /** null of a session of the province as a whole */
  communeId: string | null;
  title: string;
  place: string;
  startsAt: Date;
  endsAt: Date;
  allDay: boolean;
  state: SessionState;
  demo: boolean;
  /**
   * `type`: what is typed from paper is taken in, also after the report, when it waits for review. `settle`: after the
   * report that is up to those who review.
   */
  rights: { take: boolean; type: boolean; settle: boolean; review: boolean };
};

/** The word of one phone on her; `at` by the portal's clock, whatever the phone's own said. */
export type Voice = { deviceId: string; kind: DeviceKind; by: string; mark: SaidMark; at: Date };

export type RegisterLine = Listed & {
  group: string | null;
  walkIn: boolean;
  /** she has a record or left a number: two such lines are two women */
  known: boolean;
  witnesses: number;
  /** the last word in it; a settlement repeats it */
  lastArrival: string;
  /** who says what, where it is contradictory */
  voices: Voice[];
};

/** Marks that a phone sent when they no longer counted by themselves. */
export type HeldBundle = {
  deviceId: string;
  kind: DeviceKind;
  by: string;
  receivedAt: Date;
  upTo: string;
  taps: { name: string; mark: SaidMark }[];
};

/** A phone that was given the list. `silent`: nothing of this session has come from it. */
export type HandedPhone = {
  id: string;
  by: string;
  /** what it is, as it said itself: "Android, Chrome" */
  label: string | null;
  handedAt: Date;
  revoked: boolean;
  silent: boolean;
};

export type Register = {
  session: RegisterSession;
  lines: RegisterLine[];
  held: HeldBundle[];
  devices: HandedPhone[];
  /** phones in use that were given the list and have sent nothing of this session, since it began */
  silent: number;
};

/** The columns of a `Voice`. */
export const voiceSelect = {
  deviceId: true,
  kind: true,
  mark: true,
  sequence: true,
  markedAt: true,
  clockOffsetMs: true,
  markedBy: { select: { displayName: true } },
  device: { select: { kind: true } },
} as const;

type EventRow = Prisma.AttendanceEventGetPayload<{ select: typeof voiceSelect }>;

/** The latest word of each phone, by its own count: what stands against each other. */
export function groupDevices(events: readonly EventRow[]): Voice[] {
  const latest = new Map<string, EventRow>();
  for (const event of events) {
    const known = latest.get(event.deviceId);
    if (!known || event.sequence > known.sequence) latest.set(event.deviceId, event);
  }
  return [...latest.values()]
    .filter(({ mark }) => mark !== 'taken_back')
    .map(({ deviceId, mark, markedAt, clockOffsetMs, markedBy, device }) => ({
      deviceId,
      mark,
      kind: device.kind,
      by: markedBy.displayName,
      at: new Date(markedAt.getTime() + Number(clockOffsetMs)),
    }));
}
