/** What a text says that its translation must say too. */
export const saidKinds = ['number', 'percent', 'date', 'time', 'phone', 'name', 'link'] as const;
export type SaidKind = (typeof saidKinds)[number];

/** One of it, as it stands there. `keys`: that one of them is offered on the other side will do; `offers`: what it does itself. */
export type Said = { kind: SaidKind; said: string; keys: string[]; offers: string[] };

/** What was found in a text, and what is left of it to look through. */
export type Found = { rest: string; said: Said[] };

type Reading = Omit<Said, 'said'>;

export const same = (kind: SaidKind, ...keys: string[]): Reading => ({ kind, keys, offers: keys });

/** Takes out of a text what a pattern finds and a reader understands, so that nothing after it reads it once more. */
export function taken({ rest, said }: Found, pattern: RegExp, read: (match: string[]) => Reading | null): Found {
  const found: Said[] = [];
  const left = rest.replace(pattern, (whole, ...parts: unknown[]) => {
    const reading = read([whole, ...parts.map((part) => (typeof part === 'string' ? part : ''))]);
    if (!reading) return whole;
    found.push({ ...reading, said: whole.trim() });
    return ' ¦ ';
  });
  return { rest: left, said: [...said, ...found] };
}
