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
type Refused = {
  values: Record<string, string>;
  units?: Record<string, UnitTold>;
  /** what the form's concept says of its errors and problems, by their keys; `LABEL` stands for the name of a field */
  sentences?: Record<string, string>;
  /** where what stands in the way is dealt with */
  way?: { href: string; label: string };
};
/** The concept whose words name the form's errors and problems: sent along, so that a page need not carry them all. */
type Asked = { concept?: string | undefined };

/** Stands in a sentence where a browser puts the name of the field. */
export const LABEL = '{label}';

/** The state of a form after it was sent. Errors and problems are message keys; the typed values come back. */
export type FormState = Asked &
  (
    | { status: 'new' }
    | { status: 'done'; said?: Record<string, string> }
    | ({ status: 'invalid'; fields: Record<string, string[]> } & Refused)
    | ({ status: 'problem'; problem: string; detail?: Record<string, string> } & Refused)
  );

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;
