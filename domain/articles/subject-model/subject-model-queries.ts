import { toDate, today } from '@/domain/days/day';
import { isHeardSql } from '@/domain/digital-models/published-queries';
import { isId } from '@/domain/id';
import { db, Prisma } from '@/prisma/client';
import type { ArticleKind, DraftInput } from '../article';
import { cardKey } from '../cards/card';
import { findPublishedTold } from '../cards/published-card-queries';

const MODELS_MAX = 300;

export type OfferedModel = { id: string; name: string };

/** Public models of these communes, by kind and name, of which a story can tell; the chosen one is always among them. */
export async function listPublishedModelsToTell(
  communeIds: readonly string[],
  chosen: string | null,
): Promise<OfferedModel[]> {
  const communes = communeIds.filter(isId);
  if (communes.length === 0 && !chosen) return [];
  const day = Prisma.sql`${toDate(today())}::date`;
  return db.$queryRaw<OfferedModel[]>`
    SELECT m.id::text, m.name FROM digital_model m
    WHERE m.id = ${chosen}::uuid OR m.id IN (SELECT h.model_id FROM app.unit_place p
      JOIN model_host h ON h.unit_id = p.unit_id AND app.active_on(h.valid_from, h.valid_to, ${day})
      JOIN model_status s ON s.model_id = h.model_id AND s.status IN ('active', 'planned') AND app.active_on(s.valid_from, s.valid_to, ${day})
      WHERE p.commune_id = ANY (${communes}::uuid[]) AND ${isHeardSql(day)})
    ORDER BY m.kind, m.name, m.id LIMIT ${MODELS_MAX}`;
}

type Told = Pick<DraftInput, 'whatChangedVi' | 'whatChangedEn' | 'subjectModelId' | 'subjectUnitId'>;

/** Why something cannot be said of an article of a kind: only a story tells what changed, of which unit and in which model, and that is one everybody may see. */
export async function settlePublishedStory(
  kind: ArticleKind,
  { whatChangedVi, whatChangedEn, subjectModelId, subjectUnitId }: Told,
  before: string | null = null,
): Promise<'only-in-story' | 'model-not-public' | null> {
  if (kind !== 'story')
    return whatChangedVi || whatChangedEn || subjectModelId || subjectUnitId ? 'only-in-story' : null;
  if (!subjectModelId || subjectModelId === before) return null;
  const card = { of: 'model', ref: subjectModelId } as const;
  return (await findPublishedTold('vi', [card])).has(cardKey(card)) ? null : 'model-not-public';
}
