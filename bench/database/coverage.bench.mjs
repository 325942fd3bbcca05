// Coverage, as the database works it out, beside the bare reading of as many rows in the same connection.
import { measured } from '../figures/sheet.mjs';
import { withPortal } from '../portal/ground.mjs';
import { compared, connected, statement } from './compared.mjs';

const TODAY = statement('SELECT * FROM app.coverage(app.today())');
const ONE = statement(
  "SELECT * FROM app.coverage(app.today()) WHERE commune_id = (SELECT id FROM unit WHERE level = 'commune' AND slug = 'long-hung')",
);
const PAST = statement('SELECT * FROM app.coverage(app.today() - 200)');
const SCAN = statement(
  `SELECT count(*), count(*) FILTER (WHERE tied @> app.today() - 200) FROM derived.coverage_span
   WHERE valid_from <= app.today() - 200 AND (valid_to IS NULL OR app.today() - 200 < valid_to)`,
);

await measured('coverage', (sheet) =>
  withPortal({}, ({ databaseUrl }) =>
    connected(databaseUrl, async (client) => {
      const { rows } = await client.query("SELECT id FROM unit WHERE level = 'commune'");
      const reading = statement('SELECT * FROM unit WHERE id = ANY ($1)', [rows.map(({ id }) => id)]);
      await sheet.before('coverage in SQL, 200 times each in turn');
      const [bare = 0, today = 0, one = 0, past = 0, scan = 0] = await compared(client, [
        reading,
        TODAY,
        ONE,
        PAST,
        SCAN,
      ]);
      sheet.note('reading 95 rows', bare, 'ms');
      sheet.note('all communes today', today, 'ms');
      sheet.note('all communes today ÷ reading 95 rows', today / bare, '×', { atMost: 1.5 });
      sheet.note('one commune ÷ reading 95 rows', one / bare, '×', { atMost: 1.5 });
      sheet.note('all communes 200 days ago', past, 'ms');
      sheet.note('all communes 200 days ago ÷ a scan of the units', past / scan, '×', { atMost: 4 });
    }),
  ),
);
