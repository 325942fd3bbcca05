import { Prisma } from '@/prisma/client';
import { DEEDS_NAMED, subjectsByFigure } from './deeds';

const subjects = JSON.stringify(subjectsByFigure);

/**
 * The deeds that may have moved figures: `done (stretch, unit_id, code, deeds)`, behind `stretch (id, place, since, until)` and
 * `moved (stretch, unit_id, code)`. Each counts where it was done and above, of the place itself only below units that moved.
 */
export const deedsSql = () => Prisma.sql`
  asked AS MATERIALIZED (SELECT DISTINCT m.stretch, m.unit_id, s.path, m.unit_id = t.place AS is_place, ${subjects}::jsonb -> m.code AS subjects
      FROM moved m JOIN stretch t ON t.id = m.stretch JOIN unit_span s ON s.unit_id = m.unit_id AND s.is_last),
    deed AS MATERIALIZED (SELECT DISTINCT a.stretch, e.id, e.action, e.at, e.subject_type, d.path
      FROM asked a JOIN stretch t ON t.id = a.stretch JOIN unit_span d ON d.is_last AND (d.unit_id = a.unit_id OR NOT a.is_place AND starts_with(d.path, a.path))
        JOIN audit_entry e ON e.unit_id = d.unit_id AND e.at >= t.since AND e.at < t.until AND e.verb IN ('created', 'changed', 'ended')),
    told AS MATERIALIZED (SELECT a.stretch, a.unit_id, a.subjects, (SELECT jsonb_build_object('times', count(*), 'first', jsonb_agg(jsonb_build_object('action', n.action, 'on', (n.at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)
          ORDER BY n.place) FILTER (WHERE n.place <= ${DEEDS_NAMED}))
        FROM (SELECT d.action, d.at, row_number() OVER (ORDER BY d.at, d.id) AS place FROM deed d WHERE d.stretch = a.stretch AND starts_with(d.path, a.path) AND jsonb_exists(a.subjects, d.subject_type)) n) AS deeds
      FROM asked a),
    done AS MATERIALIZED (SELECT m.stretch, m.unit_id, m.code, t.deeds FROM moved m JOIN told t ON t.stretch = m.stretch AND t.unit_id = m.unit_id AND t.subjects IS NOT DISTINCT FROM ${subjects}::jsonb -> m.code)`;
