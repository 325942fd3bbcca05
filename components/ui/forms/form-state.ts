import type { Option } from './plain-fields';

/**
 * The outcome of a field that asks for a unit: the unit that was meant, as it is called, or those that the words may
 * mean.
 */
export type UnitTold = {
  chosen?: Option;
  offered?: { words: string; options: Option[] };
  /** words that nobody could look up */
  typed?: string;
  /** what stands on the server now, in words */
  newer?: string;
};
type Refused = { values: Record<string, string>; units?: Record<string, UnitTold> };

/**
 * The state of a form after it was sent. Errors and problems are message keys, never sentences; the typed values come
 * back.
 */
export type FormState =
  | { status: 'new' }
  | { status: 'done'; said?: Record<string, string> }
  | ({ status: 'invalid'; fields: Record<string, string[]> } & Refused)
  | ({ status: 'problem'; problem: string; detail?: Record<string, string> } & Refused);

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;
