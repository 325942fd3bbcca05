import { keptValue } from './kept-values';

/**
 * A value of several parts, each kept under a name and with tags of its own: those that are not kept are read in one question.
 * Answers in the order of `ids`.
 */
export function keptParts<Value>(
  ids: readonly string[],
  of: (id: string) => { name: string; tags: readonly string[] },
  read: (ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): Promise<(Value | undefined)[]> {
  const missing: string[] = [];
  // asked once all parts that are missing have said so
  const together = Promise.resolve().then(() => (missing.length > 0 ? read(missing) : new Map<string, Value>()));
  const parts = ids.map((id) => {
    const { name, tags } = of(id);
    return keptValue(name, tags, () => {
      missing.push(id);
      return together.then((values) => values.get(id));
    });
  });
  return Promise.all(parts);
}
