import { beforeAll, expect, test } from 'vitest';
import { db } from '../client';
import { isRead } from './reads';

type Known = { name: string; mayWrite: boolean };
let known: Known[];

beforeAll(async () => {
  // PostgreSQL refuses to write in any function that is not volatile
  known = await db.$queryRaw<Known[]>`
    SELECT DISTINCT p.proname AS name, p.provolatile = 'v' AS "mayWrite" FROM pg_proc p
    WHERE p.pronamespace = 'app'::regnamespace AND p.prorettype <> 'trigger'::regtype
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`;
});

const namesOf = (functions: Known[]) => functions.map(({ name }) => name).sort();

test.each([
  (call: string) => `SELECT ${call}($1)`,
  (call: string) => `SELECT id FROM ${call}($1, $2) one WHERE one.id = $3`,
  (call: string) => `\n    WITH meant AS MATERIALIZED (SELECT $1::uuid AS id) SELECT m.id, ${call} (m.id) FROM meant m`,
])('whoever calls a function that may write is no reader, and whoever calls one that may not is', (asked) => {
  const [writers, readers] = [true, false].map((mayWrite) => known.filter((one) => one.mayWrite === mayWrite));
  expect(namesOf(known.filter(({ name }) => !isRead(asked(`app.${name}`))))).toEqual(namesOf(writers ?? []));
  expect(readers?.length).toBeGreaterThan(20);
});
