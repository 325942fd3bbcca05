import { query } from '../database/database.mjs';

/** @typedef {{ lost: number, doubled: number, trail: number, wrong: number }} Held */

/** Every woman of a session by her number, and how often she stands there; what a phone told of her. */
const THERE = `
  SELECT n.phone, count(*)::int AS count,
    (SELECT count(*)::int FROM attendance_event a WHERE a.sequence = right(n.phone, 8)::bigint - 10000000) AS told
  FROM enrolment e JOIN app.number n ON n.row_id = e.id GROUP BY n.phone`;
const TRAIL = `
  SELECT count(*) FILTER (WHERE action IN ('signUpForSession', 'deliverAttendance'))::int AS entries,
    (SELECT count(*)::int FROM app.verify_audit()) AS wrong FROM audit_entry`;

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
     * trail beyond one for each that is there.
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
      const [{ entries, wrong }] = await query(databaseUrl, TRAIL);
      const lost = [...acknowledged].filter((number) => !isThere(number)).length;
      return { lost, doubled, trail: entries - there.size, wrong };
    },
  };
}
