/** A part of an address that says which: slugs and days are plain ASCII. */
const NAMED = /\[(\w+)\]/g;
const PART = '[a-z0-9]+(?:-[a-z0-9]+)*';
const patterns = new Map<string, RegExp>();

/** Addresses as they are written in the table hold letters, strokes, dashes and points beside the parts that say which. */
function patternOf(path: string): RegExp {
  const known = patterns.get(path);
  if (known) return known;
  const made = new RegExp(`^${path.replaceAll('.', '\\.').replace(NAMED, (_, key: string) => `(?<${key}>${PART})`)}$`);
  patterns.set(path, made);
  return made;
}

/** The parts that an address names where a pattern says [slug] and the like (none for one without), or null. */
export function partsOf(path: string, pathname: string): Record<string, string> | null {
  if (!path.includes('[')) return path === pathname ? {} : null;
  return patternOf(path).exec(pathname)?.groups ?? null;
}

/** A pattern with its parts put in. */
export const filled = (pattern: string, partOf: (key: string) => string): string =>
  pattern.replace(NAMED, (_, key: string) => partOf(key));
