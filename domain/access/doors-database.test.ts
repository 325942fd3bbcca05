import { expect, test } from 'vitest';
import { db } from '@/prisma/client';
import { ownerReads } from '@/test/owner';
import { type Permission, permissions, roles } from './permissions';

/** What the role of every connection cannot read from its tables: functions hand it out, and ask who it is for (0245). */
const BEHIND_DOORS = [
  'sensitive_field.sealed',
  'number.phone',
  'kept_phone.phone',
  'phone_pepper.pepper',
  'opening.key_print',
];

/** Tables that no concept has, and the portal's role does not know at all. */
const OF_ITS_OWN = ['number', 'kept_phone', 'phone_pepper', 'opening'];

/** Columns that are called like these and stand open, each for a reason. */
const OPEN: Record<string, string> = {
  'account.phone': 'whoever gives accounts and roles tells them by what they sign in with',
  'enrolment.phone': 'masked',
  'outbox_message.recipient': 'masked of a phone; of an e-mail the address of an account',
  'person.phone': 'masked',
  'person_request.sought_phone': 'as the asker typed it, whether or not there is such a woman',
  'subscription.sealed': 'the address of a device that nobody is known by',
  'topic_wait.phone': 'masked',
  'unit_reception.phone': 'public: where women of a commune ask',
};

type Column = { name: string; readable: boolean };
/** Columns of all tables that hold a number, a sealed value or an address, and whether the portal's role reads them. */
const columnsCalledSo = () =>
  ownerReads<Column>(`
    SELECT c.relname || '.' || a.attname AS name, has_column_privilege('portal_app', c.oid, a.attnum, 'SELECT') AS readable
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relkind IN ('r', 'p', 'v', 'm') AND c.relnamespace IN ('public'::regnamespace, 'app'::regnamespace, 'derived'::regnamespace)
      AND a.attname ~ '(^|_)(phone|phones|sealed|recipient|pepper|key_print)$' ORDER BY 1`);

test.each(BEHIND_DOORS)('%s is refused to the portal by the database itself', async (column) => {
  const [table = '', name] = column.split('.');
  const place = OF_ITS_OWN.includes(table) ? `app.${table}` : table;
  await expect(db.$queryRawUnsafe(`SELECT ${name} FROM ${place} LIMIT 1`)).rejects.toThrow(/permission denied/);
  await expect(db.$queryRawUnsafe(`SELECT * FROM ${place} LIMIT 1`)).rejects.toThrow(/permission denied/);
  await expect(db.$queryRawUnsafe(`SELECT to_jsonb(t) FROM ${place} t LIMIT 1`)).rejects.toThrow(/permission denied/);
  await expect(db.$queryRawUnsafe(`SELECT 1 FROM ${place} WHERE ${name} IS NOT NULL LIMIT 1`)).rejects.toThrow(
    /permission denied/,
  );
});

test('a column that is called like one behind a door stands behind one too, or says why not', async () => {
  const columns = await columnsCalledSo();
  const named = (readable: boolean) => columns.filter((each) => each.readable === readable).map(({ name }) => name);
  expect(named(false)).toEqual([...BEHIND_DOORS].sort());
  expect(named(true)).toEqual(Object.keys(OPEN).sort());
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
