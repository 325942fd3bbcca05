import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { roles } from '../../../domain/access/permissions';
import { grantRole } from '../../../test/factories/accounts';
import { createSealedField } from '../../../test/factories/sealed-fields';
import { createEnrolment } from '../../../test/factories/trainings';
import { type Made, newId, type Row, read, write } from '../../../test/factories/write';
import { makeRecords, type Places, type Records } from '../stage/stage';
import { newSecret } from '../stage/trainings';
import { hashOf, makeStanding, type Standing } from './standing';

/** What stands behind doors of the records: numbers of a record, a sign-up, a wish and a sheet, a field that is sealed, and the number of an offer. */
export const HIDDEN = ['934567812', '387654321', '355554443', '833322211', 'ChơRocủachị', '366677788'];
const FIELD = 'Chơ Ro của chị';

/** A ring of one key, as the surroundings of a portal hold it. */
export const makeRing = () => `doors:${randomBytes(32).toString('base64')}`;

/** The same with a sheet of members that could not be taken, and the secret of a guest's ticket. */
export type Hidden = Records & Standing & { batch: string; ticket: string };

/** Records whose women have numbers and a sealed field, are signed up, wait for a topic and are to be told. */
export async function makeHidden(database: pg.Client, places: Places, mark: string, ring: string): Promise<Hidden> {
  // women of before, of one number and year with these, would fill the first page of likely pairs with such as are none
  await database.query(`UPDATE person SET birth_year = NULL WHERE phone_print = app.phone_print('+84934567812')`);
  const records = await makeRecords(database, places, mark);
  await database.query(`UPDATE person SET phone = '+84934567812' WHERE id = ANY ($1)`, [
    [records.person, records.learner],
  ]);
  const [course = { id: '' }] = await read<Made>(
    database,
    `SELECT course_id AS id FROM session WHERE id = '${records.session}'`,
  );
  const coming = { id: records.session };
  const seat = await createEnrolment(database, coming, { id: records.person }, 1);
  const guest = { id: newId(), session_id: coming.id, name: `Khách ${mark}`, phone: '+84387654321', seat_no: 2 };
  const ticket = newSecret();
  const told = { kind: 'zalo', about: 'enrolled', locale: 'vi', session_id: coming.id, state: 'ready' };
  await write(database, [
    [
      'enrolment',
      { ...guest, ticket_hash: hashOf(ticket), arrival_no: 2, origin: 'public_page', state: 'confirmed', version: 1 },
    ],
    ...[seat.id, guest.id].map(
      (id): Row => [
        'outbox_message',
        { id: newId(), ...told, dedupe_key: `doors ${id}`, enrolment_id: id, facts: '{}' },
      ],
    ),
    [
      'topic_wait',
      { id: newId(), course_id: course.id, unit_id: places.commune.id, name: `Chờ ${mark}`, phone: '+84355554443' },
    ],
  ]);
  const field = { person: records.person, by: records.account, words: FIELD };
  await createSealedField(database, field, ring);
  const standing = await makeStanding(database, places, records, mark);
  return { ...records, ...standing, ticket, batch: await makeSheet(database, places, { id: records.account }) };
}

/** A row that could not be taken, whose number stands apart from it. */
async function makeSheet(database: pg.Client, places: Places, by: Made): Promise<string> {
  const id = newId();
  const place = { unit_id: places.commune.id, scope_unit_id: places.commune.id, uploaded_by_id: by.id };
  const columns = {
    headings: ['Họ tên', 'SĐT'],
    fields: ['fullName', 'phone'],
    ordinals: [],
    identity: [],
    headingRow: 1,
  };
  const file = { subject: 'members', file_name: 'hoi-vien.csv', file_sha256: `\\x${'0'.repeat(64)}` };
  const time = {
    purge_on: '2999-12-31',
    state: 'previewed',
    phase: 'checked',
    row_count: 1,
    done_row_no: 2,
    version: 1,
  };
  const bad = { verdict: 'error', reasons: ['no-name'], cells: ['', '08•• ••• 211'] };
  await write(database, [
    ['import_batch', { id, ...place, columns, ...file, ...time }],
    ['import_row', { batch_id: id, row_no: 2, ...bad }],
  ]);
  await database.query('SELECT app.keep_sheet_numbers($1, $2)', [
    id,
    JSON.stringify([{ no: 2, numbers: { 1: '0833 322 211' } }]),
  ]);
  return id;
}

/**
 * Gives these accounts every role for the whole city, so that each check of the portal, built as for everybody, answers yes; only the doors
 * of this database know that it is not so.
 */
export async function believeAll(database: pg.Client, accounts: readonly string[]): Promise<void> {
  const [city = { id: '' }] = await read<Made>(database, `SELECT id FROM unit WHERE level = 'province'`);
  await database.query('CREATE TABLE app.believed (grant_id uuid PRIMARY KEY)');
  for (const id of accounts) {
    for (const role of roles) await grantRole(database, { id }, role, city);
    await database.query(
      'INSERT INTO app.believed SELECT g.id FROM role_grant g WHERE g.account_id = $1 AND g.unit_id = $2',
      [id, city.id],
    );
  }
  const [door = { text: '' }] = await read<{ text: string }>(
    database,
    `SELECT pg_get_functiondef('app.areas_of(uuid,text,role[])'::regprocedure) AS text`,
  );
  const asks = 'WHERE a.id = p_account';
  if (!door.text.includes(asks)) throw new Error('the door asks otherwise by now');
  await database.query(door.text.replace(asks, `${asks} AND g.id NOT IN (SELECT b.grant_id FROM app.believed b)`));
}
