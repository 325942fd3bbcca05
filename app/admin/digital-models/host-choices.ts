/** One value of an address, also where it was written several times. */
export const oneOf = (value: string | string[] | undefined): string | undefined =>
  (Array.isArray(value) ? value[0] : value)?.trim() || undefined;

type Known<Values> = { [Key in keyof Values]?: Exclude<Values[Key], undefined> };

/** Without what is not said: queries take a key only with its value. */
export const known = <Values extends object>(values: Values): Known<Values> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Known<Values>;
