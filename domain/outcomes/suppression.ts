import { inTens, STEP } from '@/domain/small-count';

/** A woman who agreed to be counted: the groups she belongs to, where she was reached and in which topics. */
export type CountedWoman = { groups: readonly string[]; communes: readonly string[]; topics: readonly string[] };

/**
 * The told counts, group by group in each row. Null is "fewer than ten"; of a topic "not told", the whole column
 * then.
 */
export type Told = { communes: (number | null)[][]; topics: (number | null)[][]; total: (number | null)[] };

/**
 * The part of a count, by communes and topics at once, that may be told: whatever the cells that are not told hold,
 * it stays the same (decision 0024).
 */
export function tell(
  women: readonly CountedWoman[],
  { groups, communes, topics }: { groups: readonly string[]; communes: readonly string[]; topics: readonly string[] },
): Told {
  const columns = groups.map((group) => {
    const hers = women.filter((woman) => woman.groups.includes(group));
    const byCommune = countBy(hers, (woman) => woman.communes);
    // So a woman in a cell that is not told changes neither topics nor the total.
    const told = hers.filter((woman) => woman.communes.every((each) => (byCommune.get(each) ?? 0) >= STEP));
    const byTopic = countBy(told, (woman) => woman.topics);
    // One topic that is not told would be what is left over of the others.
    const topicsTold = topics.every((topic) => (byTopic.get(topic) ?? 0) >= STEP);
    return {
      communes: communes.map((commune) => inTens(byCommune.get(commune) ?? 0)),
      topics: topics.map((topic) => (topicsTold ? inTens(byTopic.get(topic) ?? 0) : null)),
      total: inTens(told.length),
    };
  });
  return {
    communes: communes.map((_, at) => columns.map((column) => column.communes[at] ?? null)),
    topics: topics.map((_, at) => columns.map((column) => column.topics[at] ?? null)),
    total: columns.map(({ total }) => total),
  };
}

function countBy(women: readonly CountedWoman[], keysOf: (woman: CountedWoman) => readonly string[]) {
  const counts = new Map<string, number>();
  for (const woman of women) for (const key of keysOf(woman)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
