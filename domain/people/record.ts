import { z } from 'zod';
import { type Day, today } from '@/domain/days/day';
import { dayInput } from '@/domain/days/day-input';
import { idInput } from '@/domain/id';
import { optional, prose } from '@/domain/texts/text';
import { versionInput } from '@/domain/version';
import { languages } from './language';
import { nameInput } from './name';
import { type MembershipKind, membershipKinds, type NetworkKind, type OfficeTitle } from './person';
import type { MaskedPhone } from './phones/phone';
import { phoneInput } from './phones/phone-input';

/** Bounds of the years in which persons on record were born: none before this, none younger than this in years. */
const BORN_FROM = 1900;
const AGE_MIN = 14;

const birthYearInput = z
  .string()
  .trim()
  .regex(/^\d{4}$/, 'not-a-year')
  .transform(Number)
  .refine((year) => year >= BORN_FROM && year <= Number(today().slice(0, 4)) - AGE_MIN, 'no-member-year');

const facts = {
  name: nameInput,
  birthYear: optional(birthYearInput),
  phone: optional(phoneInput),
  address: optional(prose(2, 200)),
  languages: z.array(z.enum(languages)).max(languages.length).default([]),
  /** ids of those she was shown and said to be somebody else, with commas between them */
  notSame: optional(
    z
      .string()
      .transform((ids) => ids.split(','))
      .pipe(z.array(idInput).max(50)),
  ),
};

export const newPersonInput = z.object({
  ...facts,
  unitId: idInput,
  kind: z.enum(membershipKinds),
  from: dayInput,
});
export type NewPersonInput = z.output<typeof newPersonInput>;

/** An empty phone keeps the one on record, which the form does not show; to take it away is said by `dropPhone`. */
export const editPersonInput = z.object({
  ...facts,
  personId: idInput,
  version: versionInput,
  dropPhone: z
    .literal('on')
    .optional()
    .transform((value) => value === 'on'),
});
export type EditPersonInput = z.output<typeof editPersonInput>;

/** Her record, and whether its phone is also somebody else's whom the viewer may see. */
export type Recorded = { id: string; sharesPhone: boolean };

export const phoneAsked = z.object({ personId: idInput });

export type MembershipRow = {
  id: string;
  unitId: string;
  unitName: string;
  /** its place in the tree, and its commune */
  path: string;
  communeId: string | null;
  /** the units above, as they are named */
  within: string | null;
  kind: MembershipKind;
  from: Day;
  /** first day on which it no longer holds */
  to: Day | null;
  endReason: string | null;
  version: number;
  may: { end: boolean; move: boolean };
};

export type OfficeRow = {
  id: string;
  title: OfficeTitle;
  unitId: string;
  unitName: string;
  term: string | null;
  from: Day;
  to: Day | null;
  version: number;
  may: { end: boolean };
};

export type NetworkRow = {
  id: string;
  networkId: string;
  kind: NetworkKind;
  name: string;
  unitName: string;
  from: Day;
  to: Day | null;
  may: { end: boolean };
};

/** A person as her record shows her. `phone` is masked; `address` only for who may ask for the phone. */
export type PersonRecord = {
  id: string;
  name: string;
  birthYear: number | null;
  phone: MaskedPhone | null;
  address: string | null;
  languages: string[];
  keeper: { id: string; name: string; path: string };
  /** the last day of her life; null while she lives, or nobody has said otherwise */
  diedOn: Day | null;
  memberships: MembershipRow[];
  offices: OfficeRow[];
  networks: NetworkRow[];
  demo: boolean;
  version: number;
  may: { seePhone: boolean; record: boolean; appoint: boolean; networks: boolean };
};
