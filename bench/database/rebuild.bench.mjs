// As many members as there may be: how long it takes to fill them in, and to work out all coverage from nothing; what comes
// out is what was kept.
import { query } from '../../scripts/database/database.mjs';
import { databaseAddress, startPostgres, stopPostgres } from '../../scripts/database/postgres.mjs';
import { placeOf } from '../../scripts/database/postgres-place.mjs';
import { DATABASE } from '../../scripts/portal/portal.mjs';
import { measured } from '../figures/sheet.mjs';
import { demonstrationOrWhy, folderOf, LARGE, secondsToFill } from '../portal/demonstrations.mjs';

/** Rows of the rollup and of the counts, each as one text: two of them are alike or they are not. */
const KEPT = `SELECT (SELECT md5(string_agg(c::text, '' ORDER BY c.unit_id, c.valid_from)) FROM derived.coverage_span c) AS spans,
  (SELECT md5(string_agg(c::text, '' ORDER BY c.commune_id, c.level, c.valid_from)) FROM derived.coverage_count c) AS counts`;
/** No fact changes by it: of a closed month nothing would become another, though all of it is written anew. */
const REBUILD = `
  TRUNCATE derived.coverage_span, derived.coverage_count, derived.coverage_step;
  SELECT derived.rebuild_coverage(ARRAY (SELECT id FROM unit), true);
  SELECT derived.rebuild_counts();
  DELETE FROM derived.closed_step WHERE txid = pg_current_xact_id()`;

await measured('rebuild', async (sheet) => {
  const label = `${LARGE.toLocaleString('en')} members`;
  await sheet.before(`${label} are filled in, unless they are kept from a run before`);
  const why = await demonstrationOrWhy(LARGE);
  if (why) return sheet.skip(label, why);
  const folder = folderOf({ members: LARGE });
  sheet.note(`the demonstration of ${label}`, secondsToFill(folder), 's', { atMost: 300 });
  const place = placeOf(folder);
  await startPostgres(place);
  try {
    const databaseUrl = databaseAddress(place, DATABASE);
    await query(databaseUrl, 'SELECT derived.rebuild_counts()');
    const [before] = await query(databaseUrl, KEPT);
    await sheet.before('coverage is worked out from nothing');
    const since = performance.now();
    await query(databaseUrl, REBUILD);
    sheet.note(`coverage rebuilt from nothing, ${label}`, (performance.now() - since) / 1_000, 's', { atMost: 60 });
    const [after] = await query(databaseUrl, KEPT);
    const differ = Number(before.spans !== after.spans) + Number(before.counts !== after.counts);
    sheet.note('tables that differ from what was kept', differ, 'of 2', { atMost: 0 });
  } finally {
    await stopPostgres(place);
  }
});
