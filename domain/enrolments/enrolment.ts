import { z } from 'zod';
import { idInput } from '@/domain/id';
import { nameInput } from '@/domain/people/name';
import { phoneInput } from '@/domain/people/phones/phone-input';
import type { Audience } from '@/domain/scales/audience';
import type { EnrolmentState } from '@/domain/scales/enrolment-state';
import { cleanLine } from '@/domain/texts/clean-text';
import { line, optional } from '@/domain/texts/text';
import type { PublishedSession } from '@/domain/trainings/session-view';

export type EnrolmentOrigin = 'public_page' | 'official' | 'group' | 'walk_in' | 'topic_list';

/** Sessions that anybody may sign up for by herself; officials and heads are asked by the union. */
export const publicAudiences: readonly Audience[] = ['members', 'priority_groups', 'everyone'];
export const takesSignUps = ({
  state,
  startsAt,
  audience,
}: Pick<PublishedSession, 'state' | 'startsAt' | 'audience'>) =>
  state === 'approved' && startsAt > new Date() && publicAudiences.includes(audience);

export const NEED_MAX = 200;
const UNIT_WORDS_MAX = 80;

const localeInput = z.enum(['vi', 'en']);

/**
 * The fields of the public form: six, and two in a fold for whoever comes along. `homepage` stands where only a robot
 * writes.
 */
export const signUpInput = z
  .object({
    session: z.string().regex(/^[a-z0-9-]{1,200}$/, 'not-found'),
    locale: localeInput,
    name: nameInput,
    phone: phoneInput,
    /** slug of her commune or ward; the group stays in her own words */
    commune: optional(z.string().regex(/^[a-z0-9-]{1,100}$/, 'not-allowed-value')),
    unitWords: optional(line(1, UNIT_WORDS_MAX)),
    accessNeed: optional(line(1, NEED_MAX)),
    /** the wording that stood beside the box */
    consentText: z.guid('consent-needed'),
    consent: z.literal('yes', 'consent-needed'),
    companionName: optional(nameInput),
    companionPhone: optional(phoneInput),
    homepage: z.literal('', 'robot').optional(),
  })
  .strict()
  .superRefine(({ phone, companionName, companionPhone }, context) => {
    const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (companionName && !companionPhone) wrong('companionPhone', 'companion-phone-needed');
    if (companionPhone && !companionName) wrong('companionName', 'companion-name-needed');
    if (companionPhone && companionPhone === phone) wrong('companionPhone', 'companion-same-phone');
  });
export type SignUpInput = z.output<typeof signUpInput>;

/** The fields that the buttons of a ticket send. */
export const ticketInput = z
  .object({
    ticket: z.string().max(64).transform(cleanLine),
    locale: localeInput,
    do: z.enum(['cancel', 'accept', 'decline']),
  })
  .strict();
export type TicketInput = z.output<typeof ticketInput>;

/** Members that an official or head enrols at once. */
export const MEMBERS_MAX = 60;
export const enrolMembersInput = z.object({
  sessionId: idInput,
  personIds: z.array(idInput).min(1, 'nobody-chosen').max(MEMBERS_MAX, 'too-many'),
});
export type EnrolMembersInput = z.output<typeof enrolMembersInput>;

export const enrolmentAsked = z.object({ sessionId: idInput, enrolmentId: idInput });
export type EnrolmentAsked = z.output<typeof enrolmentAsked>;

/** Her place in the line, and what keeps her waiting. */
export type Place = {
  /** 1 is next */
  position: number;
  /** seats that nobody holds: kept for those who come together, or for nobody shortly before the start */
  free: number;
  /** how many wait together with her, herself among them */
  party: number;
  /** until when what is free is kept for those who come together */
  keptUntil: Date;
};

/** The facts on a ticket. None of them is anybody else's, but the name of whom she signed up along with herself. */
export type Ticket = {
  state: EnrolmentState;
  name: string;
  arrivalNo: number;
  /** of a session for priority groups its number is not told: it says how many have one */
  seatNo: number | null;
  seated: boolean;
  offerUntil: Date | null;
  /** only while she waits */
  place: Place | null;
  companion: { name: string; state: EnrolmentState; secret: string | null } | null;
  accessNeed: string | null;
  session: PublishedSession;
  /** only with a seat */
  onlineUrl: string | null;
  /** may she still give it back, or answer the offer? */
  open: boolean;
};
