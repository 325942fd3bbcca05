import { z } from 'zod';
import { may } from '@/domain/access/access';
import { grantable, wholeCityRoles } from '@/domain/access/grantable';
import { type Role, roles } from '@/domain/access/permissions';
import type { Viewer } from '@/domain/access/viewer';
import type { Day } from '@/domain/days/day';
import { dayInput } from '@/domain/days/day-input';
import { idInput } from '@/domain/id';
import type { Locale } from '@/domain/locale';
import { normalPhone } from '@/domain/people/phones/phone';
import { line, optional } from '@/domain/texts/text';
import type { UnitLevel } from '@/domain/units/unit';
import { passwordInput } from './password-input';

/** The longest address that a mail server takes. */
const EMAIL_MAX = 254;

/** An address as it is kept. One with a sign that no address has is none: nothing is left out of it. */
export const normalEmail = (text: string): string | undefined => {
  const email = text.trim().toLowerCase();
  return email.length <= EMAIL_MAX && z.email().safeParse(email).success ? email : undefined;
};

/** How she names herself when signing in: an e-mail address or a phone number. */
export type Identifier = { email: string } | { phone: string };

export function identifierOf(text: string): Identifier | undefined {
  const phone = normalPhone(text);
  if (phone) return { phone };
  const email = normalEmail(text);
  return email ? { email } : undefined;
}

/** The answer "none of these". */
export const NOBODY = 'nobody';

const contact = z.string().transform((text, context) => {
  const identifier = identifierOf(text);
  if (!identifier) context.addIssue({ code: 'custom', message: 'not-an-email-or-phone' });
  return identifier ?? z.NEVER;
});

/** Without a search nothing is asked; who searched chooses one of those found, or says that it is none of them. */
const personInput = z.preprocess((value) => (value === '' || value === NOBODY ? null : value), idInput.nullable());
export const inviteInput = z.object({
  contact,
  role: z.enum(roles),
  unitId: idInput,
  personId: personInput,
  locale: z.enum(['vi', 'en']),
});
export const acceptInput = z.object({
  /** as a link holds it: no other sign stands in one */
  token: z
    .string()
    .min(20)
    .max(100)
    .regex(/^[\w-]*$/),
  displayName: line(2, 80),
  password: passwordInput,
});
export const grantInput = z.object({
  accountId: idInput,
  role: z.enum(roles),
  unitId: idInput,
  from: dayInput,
  lastDay: optional(dayInput),
});
export const revokeInput = z.object({ grantId: idInput, reason: line(3, 200) });
/** Closing an account, and opening it again. */
export const disableInput = z.object({ accountId: idInput, reason: line(3, 200) });
/** `was` is the record that the page showed, so that nobody changes unawares what somebody else has just put right. */
export const attachInput = z.object({ accountId: idInput, was: optional(idInput), personId: idInput });
export const detachInput = z.object({ accountId: idInput, was: idInput });
export const localeInput = z.object({ locale: z.enum(['vi', 'en']) });

export type InviteInput = Omit<z.output<typeof inviteInput>, 'personId' | 'locale'> & {
  personId?: string | null;
  /** of the letter, and of the account at first: Vietnamese where it is not said */
  locale?: Locale;
};
export type AcceptInput = z.output<typeof acceptInput>;
export type GrantInput = z.output<typeof grantInput>;
export type RevokeInput = z.output<typeof revokeInput>;
export type DisableInput = z.output<typeof disableInput>;
export type AttachInput = z.output<typeof attachInput>;
export type DetachInput = z.output<typeof detachInput>;

/** May she give (or take) this role there? Only what her own roles at that place may hand on. */
export const mayGrant = (
  viewer: Viewer,
  role: Role,
  path: string,
  permission: 'accounts.grant' | 'accounts.revoke' | 'accounts.invite' = 'accounts.grant',
) =>
  may(viewer, permission, path) &&
  viewer.grants.some((grant) => path.startsWith(grant.path) && grantable[grant.role].includes(role));

/** Whether a role of the whole city would be given for less than that. */
export const isTooNarrow = (role: Role, { level }: { level: UnitLevel }) =>
  wholeCityRoles.has(role) && level !== 'province';

/** Roles she may hand on somewhere: what a form offers. Whether she may at a unit is asked again by the command. */
export const rolesToGive = (viewer: Viewer): Role[] =>
  roles.filter((role) => viewer.grants.some((grant) => grantable[grant.role].includes(role)));

/** A role somebody holds, held or will hold; `to` is the first day without it, `revocable` speaks of whoever is looking. */
export type AccountGrant = {
  id: string;
  role: Role;
  unitName: string;
  from: Day;
  to: Day | null;
  active: boolean;
  /** taken away, be it before its first day */
  revoked: boolean;
  revocable: boolean;
};
