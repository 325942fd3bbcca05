type Query = Record<string, string | string[] | undefined>;

/** One value of an address, also where it was written several times. */
export const oneOf = (value: Query[string]): string | undefined =>
  (Array.isArray(value) ? value[0] : value)?.trim() || undefined;

/** What a document is asked for, as the front hands it on in parts of its path: ["commune", "26380"] → { commune: "26380" }. */
export const partsAsked = (parts: readonly string[]): Record<string, string> =>
  Object.fromEntries(parts.flatMap((key, at) => (at % 2 === 0 ? [[key, parts[at + 1] ?? '']] : [])));

type Known<Values> = { [Key in keyof Values]?: Exclude<Values[Key], undefined> };

/** The values without those that are not said: queries take a key only with its value. */
export const known = <Values extends object>(values: Values): Known<Values> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Known<Values>;

/**
 * The address of a form that was sent to it, without Next's own fields ("$ACTION_…"), fields about fields
 * ("unitId:scope"), record and version, what was left empty, and `more`; null when it is clean already.
 */
export function withoutNoise(path: string, query: Query, more = /^\$/): string | null {
  const isNoise = (name: string, value: unknown) =>
    /^(\$|sessionId$|version$)|:/.test(name) || more.test(name) || value === '';
  const entries = Object.entries(query);
  if (!entries.some(([name]) => /^\$|:/.test(name) || more.test(name))) return null;
  const kept = entries.flatMap(([name, value]) =>
    [value ?? []].flat().flatMap((each) => (isNoise(name, each) ? [] : [[name, each] as [string, string]])),
  );
  return `${path}?${new URLSearchParams(kept)}`;
}
