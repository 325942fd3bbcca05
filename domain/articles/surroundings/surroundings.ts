import { byVietnameseName } from '@/domain/order';
import type { ArticleDraft } from '../draft';

/** Places, topics, source, model and unit that wait for the approval of an edition. */
type Waiting = {
  communeIds: string[];
  wholeCity?: boolean;
  topics?: string[];
  sourceName: string | null;
  sourceUrl: string | null;
  subjectModelId?: string | null;
  subjectUnitId?: string | null;
};

type Row = {
  kind: string;
  unit: { level: string };
  wholeCity: boolean;
  sourceName: string | null;
  sourceUrl: string | null;
  subjectModelId: string | null;
  subjectUnitId: string | null;
  articleTopics: { skill: { code: string; position: number } }[];
  editions: { surroundings: unknown }[];
};

type Communes = ArticleDraft['communes'];

/**
 * Places, topics, source, model and unit of an article as its newest edition has them, of all communes of today: `moving` where readers still see others;
 * `named`: ids of all that it names, of today or not.
 */
export function surroundingsOf(
  row: Row,
  own: Communes,
  all: readonly Communes[number][],
): Pick<
  ArticleDraft,
  'communes' | 'wholeCity' | 'placed' | 'topics' | 'source' | 'subjectModelId' | 'subjectUnitId' | 'moving'
> & {
  named: string[];
} {
  const waiting = (row.editions[0]?.surroundings ?? null) as Waiting | null;
  const { sourceName, sourceUrl } = waiting ?? row;
  const communes = waiting ? all.filter(({ id }) => waiting.communeIds.includes(id)) : own;
  const wholeCity = waiting?.wholeCity ?? row.wholeCity;
  // An alert that names no commune warns the whole city, whoever writes it: that has to be said.
  const isOwn = row.unit.level !== 'province' && row.kind !== 'alert';
  return {
    named: waiting ? waiting.communeIds : own.map(({ id }) => id),
    wholeCity,
    topics: waiting?.topics ?? topicsOf(row),
    placed: communes.length > 0 || wholeCity || isOwn,
    communes: communes.map(({ id, name, kind }) => ({ id, name, kind })).sort(byVietnameseName),
    source: sourceName ? { name: sourceName, url: sourceUrl } : null,
    subjectModelId: waiting?.subjectModelId === undefined ? row.subjectModelId : waiting.subjectModelId,
    subjectUnitId: waiting?.subjectUnitId === undefined ? row.subjectUnitId : waiting.subjectUnitId,
    moving: waiting !== null,
  };
}

const topicsOf = ({ articleTopics }: Row) =>
  [...articleTopics].sort((a, b) => a.skill.position - b.skill.position).map(({ skill }) => skill.code);

/** What readers could not find by any place or topic (a guide is found among guides), or an alert that says nowhere whom it warns. */
export type SurroundingsLack = 'place-or-topic-needed' | 'alert-place-needed';

/** Whether it says neither where it is of, nor about what: a topic stands in for a place of news and stories, not of a warning. */
export function surroundingsLackOf({ kind, placed, topics }: ArticleDraft): SurroundingsLack | null {
  if (kind === 'guide' || placed) return null;
  if (kind === 'alert') return 'alert-place-needed';
  return topics.length === 0 ? 'place-or-topic-needed' : null;
}
