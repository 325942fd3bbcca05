import { z } from 'zod';
import type { ArticleDraft } from '@/domain/articles/draft';
import { NAMES_MAX, type WrittenName, writtenNames } from '@/domain/articles/written-names/written-names';
import { consentChannels } from '@/domain/consents/consent';
import { type Day, today } from '@/domain/days/day';
import { dayInput } from '@/domain/days/day-input';
import { ok, problem, type Result } from '@/domain/result';
import { searchKey } from '@/domain/texts/clean-text';
import { optional } from '@/domain/texts/text';

/** What is said of a name that stands in a text: she agreed, she is named by her office or from a public source, or it is nobody's. */
export const namingAnswers = ['agreed', 'public_role', 'nobody'] as const;
export type NamingAnswer = (typeof namingAnswers)[number];

/** More names are answered for in no one piece. */
export const NAMES_ASKED_MAX = 60;

/** What was said of one name, for good; how and when she agreed, or took that back. */
export type Naming = {
  name: string;
  answer: NamingAnswer | 'taken_back';
  channel: (typeof consentChannels)[number] | null;
  agreedOn: Day | null;
};

/**
 * A name in a text. `settled`: nobody need answer any more; `called`: by her given name alone; `refused`: whoever bears it there has said no;
 * `takenBackOn`: since when she does not agree to this piece.
 */
export type NameInText = NameAsked & { settled: boolean; refused: boolean; called: boolean };
/**
 * A name that somebody answers for. `within`: a shorter one that stands within it was taken back, so that it has to be somebody else's. `guess`:
 * it may be nobody's, so no answer is asked.
 */
export type NameAsked = WrittenName & { takenBackOn: Day | null; within?: boolean; guess?: boolean };

/** Articles in which the same words are read, and the units and communes that they are of. */
export type Pieces = { ids: readonly string[]; places: readonly string[] };
export const piecesOf = ({ id, unit, communeIds }: Pick<ArticleDraft, 'id' | 'unit' | 'communeIds'>): Pieces => ({
  ids: [id],
  places: [unit.id, ...communeIds],
});

/** The fields of a name in a form are called by it, whatever stands before or behind it: by its letters as bytes. */
export const fieldOf = ({ key }: WrittenName) =>
  [...new TextEncoder().encode(key)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const names = <Value extends z.ZodType>(value: Value) =>
  z
    .record(z.string().regex(/^[0-9a-f]{4,600}$/), value)
    .refine((sent) => Object.keys(sent).length <= NAMES_MAX + 1)
    .optional();

/** The fields of a form that answers for names: of each its answer, and of who agreed how and when. */
export const namingFields = {
  naming: names(z.enum(['', ...namingAnswers])),
  channel: names(z.enum(['', ...consentChannels])),
  agreedOn: names(optional(dayInput)),
};
export type NamingInput = {
  naming?: Record<string, '' | NamingAnswer> | undefined;
  channel?: Record<string, '' | (typeof consentChannels)[number]> | undefined;
  agreedOn?: Record<string, Day | undefined> | undefined;
};

export type AnswerProblem =
  | 'names-unanswered'
  | 'too-many-names'
  | 'how-agreed'
  | 'agreed-later'
  | 'naming-refused'
  | 'naming-taken-back';
export type NamingProblem = AnswerProblem | 'note-names';

/** A name that stands somewhere without marks is the one that has them elsewhere. */
export const isOne = (known: string, key: string) => known === key || searchKey(known) === key;

/** Whether a name is longer than another one and holds it, with its marks or all without them. */
export const holdsName = (key: string, other: string) =>
  [other, searchKey(other)].some((each) => key !== each && ` ${key} `.includes(` ${each} `)) && !isOne(other, key);

/** Those that somebody has to answer for or to look at, as her form has them. */
export const askedOf = (found: readonly NameInText[]): NameAsked[] =>
  found
    .filter(({ settled, guess }) => !settled || guess)
    .map(({ key, name, takenBackOn, within, guess }) => ({
      key,
      name,
      takenBackOn,
      ...(within && { within }),
      ...(guess && { guess }),
    }));

/** Those that somebody has to answer for. */
export const unanswered = (found: readonly NameInText[]): NameInText[] => found.filter(({ settled }) => !settled);

/** Whether what readers are told of a correction names somebody whom the text does not. `places`: keys of names of communes. */
export const nameOthers = (found: readonly NameInText[], notes: readonly string[], places?: ReadonlySet<string>) =>
  writtenNames(notes, places).some(({ key }) => !found.some((name) => isOne(name.key, key)));

/** What is said of each name that is not settled; nothing is left out. */
export function answersTo(found: readonly NameInText[], input: NamingInput): Result<Naming[], AnswerProblem> {
  const open = unanswered(found);
  if (found.filter(({ called }) => !called).length > NAMES_ASKED_MAX) return problem('too-many-names');
  const said: Naming[] = [];
  for (const name of open) {
    const field = fieldOf(name);
    const answer = input.naming?.[field];
    if (!answer) return problem('names-unanswered');
    const [channel, agreedOn] = [input.channel?.[field] || null, input.agreedOn?.[field] ?? null];
    // what she took back she alone gives again, on a later day: a form that was open before does not
    const isHers = answer === 'agreed' && (!agreedOn || !name.takenBackOn || agreedOn > name.takenBackOn);
    if (name.takenBackOn && !isHers) return problem('naming-taken-back');
    if (answer !== 'agreed') said.push({ name: name.name, answer, channel: null, agreedOn: null });
    else if (name.refused) return problem('naming-refused');
    else if (!channel || !agreedOn) return problem('how-agreed');
    else if (agreedOn > today()) return problem('agreed-later');
    else said.push({ name: name.name, answer, channel, agreedOn });
  }
  return ok(said);
}
