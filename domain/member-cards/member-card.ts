import { z } from 'zod';
import { idInput } from '@/domain/id';

/** What a card and its digits open is over by itself after this long; the database refuses a longer time. */
export const OPEN_MINUTES = 10;
/** A card opens nothing until it is handed over, and is handed over within this time. */
export const HANDOVER_DAYS = 30;
/** Openings are kept for so long after they were over. */
export const OPENINGS_KEPT_DAYS = 30;
/** Cards on one sheet, and so many at most are printed at once. */
export const CARDS_A_SHEET = 10;
export const CARDS_MAX = 100;

/** Where the hash of her digits is sealed. */
export const DIGITS_TABLE = 'member_card';

/** Six digits; blanks between them are nothing. */
const typedDigits = z
  .string()
  .transform((typed) => typed.replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'not-six-digits'));

const ofPerson = { personId: idInput };

export const makeCardInput = z.object(ofPerson);
export type MakeCardInput = z.output<typeof makeCardInput>;

/** Named like passwords, so that they go back into no form. */
export const handOverCardInput = z
  .object({ cardId: idInput, password: typedDigits, repeatedPassword: typedDigits })
  .refine(({ password, repeatedPassword }) => password === repeatedPassword, {
    path: ['repeatedPassword'],
    error: 'not-the-same',
  });
export type HandOverCardInput = z.output<typeof handOverCardInput>;

export const endCardInput = z.object({ cardId: idInput, reason: z.enum(['lost', 'given-back']) });
export type EndCardInput = z.output<typeof endCardInput>;

export const isDigits = (typed: string): boolean => typedDigits.safeParse(typed).success;

const RUNS = '01234567890 09876543210';

/**
 * Digits that others try first: a run, one or two that are repeated, three that stand twice, the year of her birth or a day in it. A thief of
 * her card has five tries.
 */
export function areGuessed(digits: string, birthYear: number | null): boolean {
  if (RUNS.includes(digits)) return true;
  if (/^(\d{1,2}|\d{3})\1+$/.test(digits) || /^(\d)\1\1(\d)\2\2$/.test(digits)) return true;
  if (birthYear === null) return false;
  const isDayOfBirth =
    /^(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])/.test(digits) && digits.endsWith(String(birthYear).slice(-2));
  return isDayOfBirth || digits.includes(String(birthYear));
}

/** Why a card ended. */
export const endReasons = [
  'lost',
  'replaced',
  'given-back',
  'handed-over',
  'moved',
  'merged',
  'erased',
  'left',
] as const;
export type EndReason = (typeof endReasons)[number];

/** A card as her officials read it: never its token, never her digits. */
export type MemberCard = {
  id: string;
  /** what is printed on it, to tell cards on a sheet apart */
  number: string;
  unitName: string;
  madeAt: Date;
  madeBy: string;
  /** null: it waits to be handed over, and opens nothing */
  handedOverAt: Date | null;
  /** it was not handed over in time: a new one is made */
  isLate: boolean;
  lastOpenedAt: Date | null;
  /** while tries wait after wrong digits */
  waitsUntil: Date | null;
  endedAt: Date | null;
  endReason: EndReason | null;
  /** how it ended, where somebody ended it with an account */
  endedBy: string | null;
};

/** What a person's page shows: the card that stands, if any, and those before it. */
export type CardsOfPerson = { standing: MemberCard | null; earlier: MemberCard[]; mayMake: boolean };

/** A card as it waits to be printed and handed over. */
export type WaitingCard = {
  id: string;
  number: string;
  personId: string;
  name: string;
  unitName: string;
  madeAt: Date;
  demo: boolean;
};

/** What stands on paper: of her only the name that she is called by. */
export type PrintedCard = { number: string; calledBy: string; token: string; demo: boolean };

/** The number on the paper: the end of the card's id, which says nothing of the token. */
export const numberOfCard = (id: string): string => id.slice(-6).toUpperCase();

/** The ten minutes that a card opened. */
export type CardOpening = { id: string; cardId: string; personId: string; until: Date };
