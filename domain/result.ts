/** The answer of a command. A problem is expected and shown to the person; a bug is thrown. */
export type Result<Value, Problem extends string> =
  | { ok: true; value: Value }
  | { ok: false; problem: Problem; detail?: Detail };

/** Values for the problem's words (who stands in the way, when), or the current values of what was changed meanwhile. */
export type Detail = Record<string, string>;

export const ok = <Value>(value: Value) => ({ ok: true, value }) as const;

export const problem = <Problem extends string>(name: Problem, detail?: Detail) =>
  detail ? ({ ok: false, problem: name, detail } as const) : ({ ok: false, problem: name } as const);
