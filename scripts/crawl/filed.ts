import type pg from 'pg';
import { publicCodes } from '@/domain/indicators/indicator';
import { CITY, filedWord } from './figure';

type Kept = Record<string, { done?: number; whole?: number; state: string }>;
type FiledRow = { snapshot: string; sha256: string; place: string; figures: Kept };

/** What the city accepted, and what it signed itself. */
const FILED = `
  SELECT s.id::text AS snapshot, encode(s.sha256, 'hex') AS sha256, CASE WHEN w.level = 'province' THEN '${CITY}' ELSE coalesce(u.code, u.slug) END AS place, w.figures
  FROM snapshot s JOIN snapshot_row w ON w.snapshot_id = s.id AND w.level IN ('province', 'commune') JOIN unit u ON u.id = w.unit_id
  WHERE EXISTS (SELECT FROM report_action a JOIN unit r ON r.id = s.unit_id WHERE a.snapshot_id = s.id AND a.kind = 'submitted' AND (r.level = 'province'
    OR (SELECT x.kind FROM report_action x WHERE x.report_id = a.report_id AND x.kind IN ('submitted', 'returned', 'accepted') AND (x.taken_at, x.id) > (a.taken_at, a.id)
      ORDER BY x.taken_at, x.id LIMIT 1) = 'accepted'))`;

/** What each snapshot that can be cited keeps, place by place and indicator by indicator, and its sum. */
export async function readFiled(client: pg.Client): Promise<Map<string, Map<string, string>>> {
  const filed = new Map<string, Map<string, string>>();
  for (const { snapshot, sha256, place, figures } of (await client.query<FiledRow>(FILED)).rows) {
    const said = filed.get(snapshot) ?? new Map([['sha256', sha256]]);
    for (const code of publicCodes) said.set(`${place} ${code}`, wordOf(figures, code));
    filed.set(snapshot, said);
  }
  return filed;
}

/** Of what is not there nothing was counted: of a silent commune nobody knows it, of any other it is zero. */
function wordOf(figures: Kept, code: string): string {
  const kept = figures[code];
  if (kept) return filedWord(kept.state, kept.done ?? null, kept.whole ?? null);
  const silent = [figures.coverage_sub_association, figures.coverage_group].some(
    (each) => each?.state === 'not_reported',
  );
  return silent ? 'not_reported' : '0';
}
