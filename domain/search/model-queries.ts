import { toDate, today } from '@/domain/days/day';
import type { ModelKind } from '@/domain/digital-models/digital-model';
import { isHeardSql } from '@/domain/digital-models/published-queries';
import { piecesOf } from '@/domain/texts/excerpt';
import { wordsOf } from '@/domain/texts/search-words';
import { unitNameSql } from '@/domain/units/name-queries';
import { db, Prisma } from '@/prisma/client';
import type { FoundModel } from './search';

const MODELS_MAX = 5;
/** A name that as many bear names none of them: then their kind is explained. */
const NAMESAKES_MAX = 200;
/** Letters from which on an index of parts of words answers. */
const KEY_MIN = 3;

type ModelRow = { id: string; kind: ModelKind; name: string; demo: boolean; slug: string; place: string };

/**
 * Models that are active or planned today and bear the words of the question in their name, as they stand; at most five. Of a
 * commune that has not reported none is told.
 */
export async function searchPublishedModels(question: string, commune: string | null): Promise<FoundModel[]> {
  const words = wordsOf(question);
  const key = words.join(' ');
  if (key.length < KEY_MIN) return [];
  const day = Prisma.sql`${toDate(today())}::date`;
  const rows = await db.$queryRaw<ModelRow[]>`
    WITH /* one plan */ named AS MATERIALIZED (SELECT m.id FROM digital_model m WHERE m.search_key LIKE '%' || ${key} || '%' LIMIT ${NAMESAKES_MAX})
    SELECT m.id::text, m.kind::text AS kind, m.name, m.demo, u.slug, coalesce(${unitNameSql(Prisma.sql`u.id`)}, u.slug) AS place
    FROM named n JOIN digital_model m ON m.id = n.id AND (SELECT count(*) FROM named) < ${NAMESAKES_MAX}
      JOIN model_status s ON s.model_id = m.id AND s.status IN ('active', 'planned') AND app.active_on(s.valid_from, s.valid_to, ${day})
      JOIN model_host h ON h.model_id = m.id AND app.active_on(h.valid_from, h.valid_to, ${day})
      JOIN app.unit_place p ON p.unit_id = h.unit_id
      JOIN unit u ON u.id = p.commune_id AND u.level = 'commune' AND (${commune}::text IS NULL OR u.slug = ${commune}::text)
    WHERE ${isHeardSql(day)}
    ORDER BY length(m.search_key), m.kind, m.id LIMIT ${MODELS_MAX}`;
  return rows.map(({ id, kind, name, demo, slug, place }) => ({
    id,
    kind,
    name: piecesOf(name, words),
    excerpt: null,
    place: { slug, name: place },
    demo,
  }));
}
