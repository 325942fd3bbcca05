import { query } from '../database/database.mjs';

/** @typedef {{ lost: number, doubled: number, trail: number, wrong: number }} Held */

/** Every woman of a session by her number, and how often she stands there; what a phone told of her. */
const THERE = `
  SELECT n.phone, count(*)::int AS count,
    (SELECT count(*)::int FROM attendance_event a WHERE a.sequence = right(n.phone, 8)::bigint - 10000000) AS told
  FROM enrolment e JOIN app.number n ON n.row_id = e.id GROUP BY n.phone`;
/**
 * How far the trail is from one entry each: by woman who signed up, and by session for those whom phones told of. In a sum over all one that
 * is missing hides one that is there twice.
 */
const TRAIL = `
  WITH woman AS (
    SELECT e.id, e.session_id, right(n.phone, 8)::bigint % 2 = 0 AS herself FROM enrolment e JOIN app.number n ON n.row_id = e.id
  ), written AS (
    SELECT id, 1 AS count FROM woman WHERE herself
    UNION ALL SELECT session_id, count(*) FROM woman WHERE NOT herself GROUP BY 1
  ), entered AS (
    SELECT subject_id AS id, sum(CASE action WHEN 'signUpForSession' THEN 1 ELSE (change->>'taps')::int END) AS count
    FROM audit_entry WHERE action IN ('signUpForSession', 'deliverAttendance') GROUP BY 1
  )
  SELECT coalesce(sum(abs(coalesce(entered.count, 0) - coalesce(written.count, 0))), 0)::int AS trail,
    (SELECT count(*)::int FROM app.verify_audit()) AS wrong
  FROM written FULL JOIN entered USING (id)`;

/**
 * Which writes were acknowledged, kept outside of portal and database.
 */
export function openKillLedger() {
  /** @type {Set<number>} */
  const acknowledged = new Set();
  return {
    acknowledged,
    /**
     * Holds what the database has against it: acknowledged writes that are not there, writes that are there twice, and entries of the
     * trail that are too many or too few, of one for each that is there.
     * @param {string} databaseUrl for its owner
     * @returns {Promise<Held>}
     */
    holdAgainst: async (databaseUrl) => {
      const rows = await query(databaseUrl, THERE);
      const there = new Map(rows.map(({ phone, ...row }) => [Number(phone.slice(-8)) - 10_000_000, row]));
      const isThere = (/** @type {number} */ number) => {
        const row = there.get(number);
        return row !== undefined && (number % 2 === 0 || row.told > 0);
      };
      const doubled = rows.filter(({ count, told }) => count > 1 || told > 1).length;
      const [{ trail, wrong }] = await query(databaseUrl, TRAIL);
      const lost = [...acknowledged].filter((number) => !isThere(number)).length;
      return { lost, doubled, trail, wrong };
    },
  };
}
