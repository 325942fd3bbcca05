import { searchKey } from '@/domain/texts/clean-text';

/** A group or sub-association of the commune where a session is held. `above`: the sub-association of a group. */
export type NamedUnit = { label: string; name: string; above: string | null; own: boolean };

/**
 * The key under which spellings of one group are equal: "Tổ 03", "tổ 3" and "to3"; "Chi hội KP5" and "Khu phố 5". Our own
 * rule, for headings alone: nobody becomes a member by it.
 */
export const groupKey = (text: string): string =>
  searchKey(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/([a-z])(?=\d)|(\d)(?=[a-z])/g, '$1$2 ')
    .replace(/\b0+(?=\d)/g, '')
    .replace(/\bkp\b/g, 'khu pho')
    .replace(/\b(chi hoi|phu nu|so)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * The heading of typed words: the one unit of the commune that they name, or else the words as they were typed first.
 * A group of the session's own unit comes before its namesakes elsewhere.
 */
export function typedGroups(units: readonly NamedUnit[]): (words: string) => string {
  const labels = new Map<string, string | null>();
  const own = new Map<string, string>();
  for (const unit of units) {
    const keys = new Set(
      (unit.above ? [unit.name, `${unit.name} ${unit.above}`, `${unit.above} ${unit.name}`] : [unit.name]).map(
        groupKey,
      ),
    );
    for (const key of keys) labels.set(key, labels.has(key) ? null : unit.label);
    if (unit.own) own.set(groupKey(unit.name), unit.label);
  }
  const typed = new Map<string, string>();
  return (words) => {
    const key = groupKey(words);
    const first = typed.get(key) ?? words;
    typed.set(key, first);
    return own.get(key) ?? labels.get(key) ?? first;
  };
}
