export type WordTree = { [key: string]: string | WordTree };

/** Words that client code draws on any signed-in page. What draws others has them put around it (`Words`); all else stays on the server. */
export const everywhere = ['ui', 'attendance.signOut', 'peer-lessons.signOut', 'units.choice'] as const;

/** The part of all words that lies in these namespaces. */
export function wordsOf(words: WordTree, namespaces: readonly string[]): WordTree {
  const picked: WordTree = {};
  for (const path of namespaces) put(picked, path.split('.'), read(words, path.split('.')));
  return picked;
}

/** Two parts as one; neither is changed. */
export function together(one: WordTree, other: WordTree): WordTree {
  const all = { ...one };
  for (const [key, words] of Object.entries(other)) {
    const before = all[key];
    all[key] = typeof before === 'object' && typeof words === 'object' ? together(before, words) : words;
  }
  return all;
}

const read = (words: WordTree | string | undefined, [first, ...rest]: string[]): string | WordTree | undefined => {
  if (first === undefined || typeof words !== 'object') return words;
  return read(words[first], rest);
};

function put(into: WordTree, [first = '', ...rest]: string[], value: string | WordTree | undefined): void {
  if (value === undefined) return;
  if (rest.length === 0) {
    into[first] = value;
    return;
  }
  const below = into[first];
  const inside: WordTree = typeof below === 'object' ? below : {};
  into[first] = inside;
  put(inside, rest, value);
}
