import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { createAccountWithRole } from '../../../../test/factories/accounts';
import { createModel, joinModel } from '../../../../test/factories/digital-models';
import { createHousehold, createPerson } from '../../../../test/factories/people';
import { createSession } from '../../../../test/factories/trainings';
import { FIRST_DAY, type Made, newId, write } from '../../../../test/factories/write';
import { dayFromNow } from '../../stage/stage';

const hash = () => `\\x${randomBytes(32).toString('hex')}`;
const instant = (days: number) => `${dayFromNow(days)}T08:00:00+07:00`;

/** An account with a second step and an open session, one without an address that is tied to a record, and an invitation. */
export async function accounts(
  database: pg.Client,
  here: Made,
  { account, learner }: Record<'account' | 'learner', string>,
  mark: string,
) {
  const quiet = await createAccountWithRole(database, 'sub_association_head', [here], { person: { id: learner } });
  await database.query(
    `UPDATE account SET email = NULL, phone = '+84977${String(Date.now()).slice(-6)}' WHERE id = $1`,
    [quiet.id],
  );
  const expires_at = instant(3);
  await write(database, [
    [
      'second_factor',
      { id: newId(), account_id: account, kind: 'passkey', label: 'Máy', secret: '\\x00', credential_id: hash() },
    ],
    ['account_session', { id: newId(), account_id: account, token_hash: hash(), expires_at }],
    ['account_session', { id: newId(), account_id: account, token_hash: hash(), expires_at }],
    ['provider_tie', { id: newId(), account_id: account, issuer: 'http://127.0.0.1:9', subject: newId() }],
    [
      'invitation',
      {
        id: newId(),
        token_hash: hash(),
        address: `moi-${newId()}@demo.invalid`,
        role: 'viewer',
        unit_id: here.id,
        invited_by_id: account,
        expires_at,
      },
    ],
  ]);
  const bare = await createAccountWithRole(database, 'viewer', [here]);
  return [
    `/admin/accounts/${bare.id}?q=${mark}`,
    `/admin/accounts/${account}`,
    `/admin/accounts/${quiet.id}`,
    '/admin/accounts',
  ];
}

/** A family with a household, a board and members, and a club. */
export async function models(
  database: pg.Client,
  here: Made,
  { model, person, learner }: Record<'model' | 'person' | 'learner', string>,
) {
  const household = await createHousehold(database, here, { id: learner });
  await createHousehold(database, here, { id: person });
  await joinModel(database, { id: model }, { id: person }, { office: 'head' });
  const club = await createModel(database, here, { kind: 'digital_womens_club' });
  await joinModel(database, club, { id: learner });
  const entry = newId();
  await write(database, [
    ['model_household', { id: entry, model_id: model, household_id: household.id, valid_from: FIRST_DAY }],
  ]);
  const family = `/admin/digital-models/${model}`;
  return [
    ...['', '/board', '/criteria', `/households/${household.id}`, '/households', '/households/add'].map(
      (part) => family + part,
    ),
    ...[`/households?end=${entry}`, '/members'].map((part) => family + part),
    ...['', '/members', '/practice', '/practice/edit', '/criteria', '/board'].map(
      (part) => `/admin/digital-models/${club.id}${part}`,
    ),
  ];
}

type Taught = { here: Made; course: Made; by: Made; woman: Made; held: string };

/** A proposal, a series, a call, a session of today, and marks that contradict each other. */
export async function sessions(database: pg.Client, { here, course, by, woman, held }: Taught) {
  const at = (days: number) => ({
    course,
    unit: here,
    proposedBy: by,
    startsAt: instant(days),
    endsAt: `${dayFromNow(days)}T09:00:00+07:00`,
  });
  const proposed = await createSession(database, { ...at(12), state: 'proposed' });
  const series = newId();
  await write(database, [['session_series', { id: series, rule: 'FREQ=WEEKLY;COUNT=2', created_by_id: by.id }]]);
  const [first, next] = [await createSession(database, at(13)), await createSession(database, at(20))];
  await database.query('UPDATE session SET series_id = $2 WHERE id = ANY ($1)', [[first.id, next.id], series]);
  const day = dayFromNow(0);
  const hours = { startsAt: `${day}T00:00:00+07:00`, endsAt: `${day}T00:01:00+07:00` };
  const today = await createSession(database, { ...at(0), ...hours, state: 'held' });
  const device = newId();
  await write(database, [
    ['device', { id: device, account_id: by.id, label: 'Điện thoại khác' }],
    [
      'trainer_call',
      { id: newId(), course_id: course.id, unit_id: here.id, wanted_on: dayFromNow(30), created_by_id: by.id },
    ],
  ]);
  await database.query(
    `INSERT INTO attendance_event (device_id, sequence, session_id, enrolment_id, kind, mark, marked_at, marked_by_id, received_at, arrival, held_for_review)
     SELECT $1, n, e.session_id, e.id, 'mark', 'absent', now(), $2, now(), (extract(epoch FROM now()) * 100000)::bigint + n, n = 2
     FROM enrolment e, generate_series(1, 2) n WHERE e.session_id = $3 AND e.person_id = $4`,
    [device, by.id, held, woman.id],
  );
  return [
    `/admin/trainings/${proposed.id}`,
    `/admin/trainings/${first.id}/series`,
    `/admin/trainings/${first.id}`,
    `/admin/trainings/${held}/attendance`,
    `/admin/trainings/${today.id}/outcomes/feedback`,
    `/admin/trainings/${held}/outcomes/certificates`,
    '/admin/trainings/calls',
  ];
}

/** A round of spot checks that is open, with a check of this unit that another is to do. */
export async function spotChecks(database: pg.Client, unit: Made): Promise<string[]> {
  const [round, stratum, check] = [newId(), newId(), newId()];
  const of = { round_id: round, stratum_id: stratum };
  const visitor = await createAccountWithRole(database, 'commune_official', [unit]);
  const seed = '1'.repeat(32);
  const commitment = createHash('sha256').update(seed).digest('hex');
  const days = { counted_on: dayFromNow(-2), ends_on: dayFromNow(20), drawn_at: new Date().toISOString() };
  await write(database, [
    ['spot_round', { id: round, reading: 'tied', percent: 2, seed, commitment, ...days, version: 1 }],
  ]);
  await database.query('INSERT INTO spot_stratum (id, round_id, name, unit_ids) VALUES ($1, $2, $3, $4)', [
    stratum,
    round,
    'ward small sub_association plain',
    [unit.id],
  ]);
  await write(database, [['spot_check', { id: check, ...of, unit_id: unit.id, visitor_id: visitor.id, version: 1 }]]);
  return [`/admin/spot-checks/${round}/${check}`, `/admin/spot-checks/${round}`, '/admin/spot-checks'];
}

/** A woman who instructs, for some days more. */
export async function instructors(database: pg.Client, { person }: Record<'person', string>): Promise<string[]> {
  const valid = { valid_from: FIRST_DAY, valid_to: dayFromNow(10), granted_at: new Date().toISOString(), version: 1 };
  await write(database, [['qualification', { id: newId(), person_id: person, kind: 'digital_instructor', ...valid }]]);
  return [`/admin/people/${person}/passport`];
}

/** A woman of whom it was recorded that she has died. */
export async function died(database: pg.Client, here: Made): Promise<string[]> {
  const { id } = await createPerson(database, here);
  await database.query('UPDATE person SET died_on = current_date - 30 WHERE id = $1', [id]);
  return [`/admin/people/${id}/death`];
}
