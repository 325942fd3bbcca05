import { byVietnameseName } from '@/domain/order';
import type { ArticleDraft } from '../draft';

/** Places, source and model that wait for the approval of an edition. */
type Waiting = {
  communeIds: string[];
  sourceName: string | null;
  sourceUrl: string | null;
  subjectModelId?: string | null;
};

type Row = {
  sourceName: string | null;
  sourceUrl: string | null;
  subjectModelId: string | null;
  editions: { surroundings: unknown }[];
};
type Communes = ArticleDraft['communes'];

/** Places, source and model of an article as its newest edition has them, of all communes of today: `moving` where readers still see others. */
export function surroundingsOf(
  row: Row,
  own: Communes,
  all: readonly Communes[number][],
): Pick<ArticleDraft, 'communes' | 'source' | 'subjectModelId' | 'moving'> {
  const waiting = (row.editions[0]?.surroundings ?? null) as Waiting | null;
  const { sourceName, sourceUrl } = waiting ?? row;
  const communes = waiting ? all.filter(({ id }) => waiting.communeIds.includes(id)) : own;
  return {
    communes: communes.map(({ id, name, kind }) => ({ id, name, kind })).sort(byVietnameseName),
    source: sourceName ? { name: sourceName, url: sourceUrl } : null,
    subjectModelId: waiting?.subjectModelId === undefined ? row.subjectModelId : waiting.subjectModelId,
    moving: waiting !== null,
  };
}
