/** Codes that a file lacks, has more than once, or has beside those that there are; null where each stands there exactly once. */
export function codesApart(
  expected: readonly { code: string; name: string }[],
  found: readonly string[],
): { missing: string; twice: string; unknown: string } | null {
  const missing = expected.filter(({ code }) => !found.includes(code)).map(({ code, name }) => `${name} (${code})`);
  const known = new Set(expected.map(({ code }) => code));
  const twice = [...new Set(found.filter((code, at) => found.indexOf(code) !== at))];
  const unknown = [...new Set(found.filter((code) => !known.has(code)))];
  if (missing.length + twice.length + unknown.length === 0) return null;
  return { missing: inShort(missing), twice: inShort(twice), unknown: inShort(unknown) };
}

/** So many are named; of the others it is said how many they are. */
const NAMED_MAX = 12;
const inShort = (names: readonly string[]) =>
  names.length === 0
    ? '–'
    : names.slice(0, NAMED_MAX).join(', ') + (names.length > NAMED_MAX ? ` … (+${names.length - NAMED_MAX})` : '');
