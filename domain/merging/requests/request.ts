import { z } from 'zod';
import { addDays, type Day, dayOf, startOf, today } from '@/domain/days/day';
import { idInput } from '@/domain/id';
import { type MaskedPhone, normalPhone } from '@/domain/people/phones/phone';
import { line, optional, prose } from '@/domain/texts/text';
import type { Host } from '@/domain/units/host';
import { versionInput } from '@/domain/version';
import type { Transaction } from '@/prisma/transaction';
import { answeredInput, type ShownCrossings } from './merge-crossings';

/** An unanswered request lapses on this day after it was asked: it then says "no answer" and may be asked anew. */
export const REQUEST_DAYS = 30;
/** So many requests of one commune may be open at a time: nobody searches a neighbour's records by asking. */
export const OPEN_REQUESTS_MAX = 20;

/** She moves to the asking unit; she belongs to it too; her record there is the same woman as one here. */
export const purposes = ['transfer', 'join', 'merge'] as const;
export type Purpose = (typeof purposes)[number];

const phone = z.string().transform((text, context): string => {
  const found = normalPhone(text);
  if (!found) context.addIssue({ code: 'custom', message: 'not-a-phone' });
  return found ?? z.NEVER;
});

export const askInput = z
  .object({
    purpose: z.enum(purposes, 'choose-one'),
    /** the unit she would belong to; of a merger it is the one that keeps the own record */
    toUnitId: optional(idInput),
    ownPersonId: optional(idInput),
    name: line(2, 100),
    birthYear: optional(
      z.coerce.number('not-a-year').int('not-a-year').min(1900, 'not-a-year').max(2100, 'not-a-year'),
    ),
    phone: optional(phone),
  })
  .strict();
export type AskInput = z.output<typeof askInput>;

export const answerInput = z.object({
  requestId: idInput,
  version: versionInput,
  answer: z.enum(['agreed', 'declined'], 'choose-one'),
  reason: optional(prose(3, 300)),
  ...answeredInput,
});
export type AnswerInput = z.output<typeof answerInput>;

export const moveInput = z.object({
  personId: idInput,
  version: versionInput,
  toUnitId: idInput,
  purpose: z.enum(['transfer', 'join'], 'choose-one'),
  reason: optional(prose(3, 300)),
});
export type MoveInput = z.output<typeof moveInput>;

export const withdrawInput = z.object({ requestId: idInput });
export type WithdrawInput = z.output<typeof withdrawInput>;

export type RequestState = 'waiting' | 'agreed' | 'declined' | 'lapsed' | 'withdrawn';

export const lapsesOn = (askedAt: Date): Day => addDays(dayOf(askedAt), REQUEST_DAYS);
/** Requests asked since then have not lapsed today. */
export const openSince = (): Date => startOf(addDays(today(), 1 - REQUEST_DAYS));

type Standing = { answer: 'agreed' | 'declined' | null; askedAt: Date; withdrawnById: string | null };

export const stateOf = ({ answer, askedAt, withdrawnById }: Standing): RequestState =>
  withdrawnById ? 'withdrawn' : (answer ?? (today() < lapsesOn(askedAt) ? 'waiting' : 'lapsed'));

/** Requests of one commune are asked and withdrawn one after the other. */
export const lockRequestsOf = (tx: Transaction, communeId: string) =>
  tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('requests ' || ${communeId}, 0))::text`;

/** A request to those who keep her record: who asks, for which unit, for whom, what for. */
export type IncomingRequest = {
  id: string;
  version: number;
  purpose: Purpose;
  askedAt: Date;
  askedBy: string;
  toUnit: Host;
  person: { id: string; name: string; birthYear: number | null };
  lapsesOn: Day;
  /** what she holds on this side, to be handed over before she moves */
  holds: { offices: number; pairs: number };
  /** of a merger: her pairs that meet an opposite one of the asker's record, to be chosen from */
  crossings: ShownCrossings;
  mayAnswer: boolean;
};

/** A request as the asking side sees it: what was typed and what came of it, alike whether or not there is such a record. */
export type OutgoingRequest = {
  id: string;
  purpose: Purpose;
  soughtName: string;
  soughtBirthYear: number | null;
  soughtPhone: MaskedPhone | null;
  toUnit: Host;
  askedAt: Date;
  askedBy: string;
  state: RequestState;
  reason: string | null;
  lapsesOn: Day;
  /** of a merger that was agreed to: the own record, into which the other one went */
  mergedInto: string | null;
};

/** A woman who can be moved without asking anybody. */
export type Movable = { id: string; version: number; name: string; birthYear: number | null };
