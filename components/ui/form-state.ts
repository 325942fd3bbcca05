/** What a form shows after it was sent. Errors and problems are message keys, never sentences; what was typed comes back. */
export type FormState =
  | { status: 'new' }
  | { status: 'done'; said?: Record<string, string> }
  | { status: 'invalid'; fields: Record<string, string[]>; values: Record<string, string> }
  | { status: 'problem'; problem: string; detail?: Record<string, string>; values: Record<string, string> };

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;
