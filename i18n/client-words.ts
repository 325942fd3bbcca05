type Words = { [key: string]: string | Words };

/**
 * Words that client code of the signed-in area draws. All others stay on the server, and off the wire. What a concept says of a
 * refusal comes with it (`app/forms/sentences.ts`).
 */
export const clientNamespaces = [
  'ui',
  'accounts.invitation',
  'attendance.paper',
  'attendance.register.marksInSentence',
  'attendance.signOut',
  'calendar.feeds',
  'consents.sensitive',
  'enrolments.list',
  'imports.progress',
  'merging.handover.lost',
  'messages.number',
  'outcomes.taught.priority',
  'outcomes.short',
  'pairs.earlier',
  'people.likely',
  'people.phone',
  'people.reason',
  'trainings.suggest',
  'units.choice',
] as const;

/** The part of all words that a browser is given in the signed-in area. */
export function wordsForClient(words: Words): Words {
  const picked: Words = {};
  for (const path of clientNamespaces) put(picked, path.split('.'), read(words, path.split('.')));
  return picked;
}

const read = (words: Words | string | undefined, [first, ...rest]: string[]): string | Words | undefined => {
  if (first === undefined || typeof words !== 'object') return words;
  return read(words[first], rest);
};

function put(into: Words, [first = '', ...rest]: string[], value: string | Words | undefined): void {
  if (value === undefined) return;
  if (rest.length === 0) {
    into[first] = value;
    return;
  }
  const below = into[first];
  const inside: Words = typeof below === 'object' ? below : {};
  into[first] = inside;
  put(inside, rest, value);
}
