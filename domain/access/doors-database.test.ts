import { readFileSync } from 'node:fs';
import { parseCsvObjects } from 'hucre/csv';
import { expect, test } from 'vitest';
import { db } from '@/prisma/client';
import { ownerReads } from '@/test/owner';
import { type Permission, permissions, roles } from './permissions';

/** Every column that holds a number, a sealed value, what proves or undoes something about a person, or a secret: `docs/security/doors.csv`. */
const lines = parseCsvObjects<Record<'column' | 'holds' | 'stands' | 'door', string>>(
  readFileSync('docs/security/doors.csv', 'utf8'),
  { header: true },
).data;
const standing = (stands: string) => lines.filter((line) => line.stands === stands).map(({ column }) => column);

/** What the role of every connection cannot read from its tables: functions hand it out, and ask who it is for (0245). */
const BEHIND_DOORS = standing('behind');

/** Called so, and looked after wherever it comes. */
const CALLED =
  '(^|_)(phone|phones|telephone|mobile|sealed|recipient|pepper|key_print|written|secret|password|password_hash|evidence|email|address|contact)$|^(cells|before|plan|moved)$';

type Column = { name: string; readable: boolean };
/** Columns of all tables that hold a number, a sealed value or an address, and whether the portal's role reads them. */
const columnsCalledSo = () =>
  ownerReads<Column>(`
    SELECT CASE n.nspname WHEN 'public' THEN '' ELSE n.nspname || '.' END || c.relname || '.' || a.attname AS name, has_column_privilege('portal_app', c.oid, a.attnum, 'SELECT') AS readable
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relkind IN ('r', 'p', 'v', 'm') AND c.relnamespace IN ('public'::regnamespace, 'app'::regnamespace, 'derived'::regnamespace)
      AND a.attname ~ '${CALLED}' ORDER BY 1`);

test.each(BEHIND_DOORS)('%s is refused to the portal by the database itself', async (column) => {
  const [, place = '', name] = /^(.+)\.(\w+)$/.exec(column) ?? [];
  await expect(db.$queryRawUnsafe(`SELECT ${name} FROM ${place} LIMIT 1`)).rejects.toThrow(/permission denied/);
  await expect(db.$queryRawUnsafe(`SELECT * FROM ${place} LIMIT 1`)).rejects.toThrow(/permission denied/);
  await expect(db.$queryRawUnsafe(`SELECT to_jsonb(t) FROM ${place} t LIMIT 1`)).rejects.toThrow(/permission denied/);
  await expect(db.$queryRawUnsafe(`SELECT 1 FROM ${place} WHERE ${name} IS NOT NULL LIMIT 1`)).rejects.toThrow(
    /permission denied/,
  );
});

test('a column that is called like one behind a door has a line that says where it stands, and stands there', async () => {
  const columns = await columnsCalledSo();
  const named = (readable: boolean) => columns.filter((each) => each.readable === readable).map(({ name }) => name);
  const listed = new Set(lines.map(({ column }) => column));
  expect(named(false).sort()).toEqual([...BEHIND_DOORS].sort());
  expect(named(true).filter((name) => !listed.has(name))).toEqual([]);
  expect(lines.filter(({ holds, stands, door }) => !holds || !door || !/^(behind|masked|open)$/.test(stands))).toEqual(
    [],
  );
  // a line for a column that is none any more is taken out
  const there = await ownerReads<{ name: string }>(
    `SELECT CASE table_schema WHEN 'public' THEN '' ELSE table_schema || '.' END || table_name || '.' || column_name AS name FROM information_schema.columns`,
  );
  const known = new Set(there.map(({ name }) => name));
  expect([...listed].filter((column) => !known.has(column))).toEqual([]);
});

test('a number that stands masked in a table is held so by a rule of it, whoever writes', async () => {
  const held = await ownerReads<{ name: string }>(
    "SELECT conrelid::regclass::text AS name FROM pg_constraint WHERE conname = 'phone_is_masked' ORDER BY 1",
  );
  const masked = standing('masked').filter((column) => /\.(phone|recipient)$/.test(column));
  expect(held.map(({ name }) => name)).toEqual(masked.map((column) => column.split('.')[0]).sort());
});

test('the doors know the same roles as the table of permissions, and no role of what they do not guard', async () => {
  const [row] = await ownerReads<{ text: string }>(
    `SELECT prosrc || coalesce(pg_get_function_sqlbody(oid), '') AS text FROM pg_proc WHERE proname = 'roles_for'`,
  );
  const guarded = [...new Set([...(row?.text ?? '').matchAll(/WHEN '([a-z-]+\.[a-z-]+)'/g)].map(([, name]) => name))];
  expect(guarded.length).toBeGreaterThan(1);
  for (const name of [...guarded, 'units.see'] as Permission[]) {
    const [asked] = await ownerReads<{ roles: string[] }>('SELECT app.roles_for($1)::text[] AS roles', [name]);
    const meant = name === 'units.see' ? [] : [...permissions[name]];
    expect(asked?.roles.toSorted(), name).toEqual(meant.toSorted());
  }
  expect(roles.length).toBe(7);
});
