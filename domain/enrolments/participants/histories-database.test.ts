import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeEnrolmentStage } from '@/test/stages/enrolments';
import { historyPlayer } from '@/test/stages/histories';

let owner: pg.Client;
let sessionId: string;
beforeAll(async () => {
  const stage = await makeEnrolmentStage();
  sessionId = (await stage.openSession(3)).id;
  owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await owner.connect();
  await owner.query(historyPlayer);
});
afterAll(() => owner.end());

const step = (what: string) => fc.record({ do: fc.constant(what), who: fc.nat(9) });
const history = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: step('join') },
    { weight: 3, arbitrary: step('join together') },
    { weight: 4, arbitrary: step('cancel') },
    { weight: 2, arbitrary: step('accept') },
    { weight: 1, arbitrary: step('decline') },
    { weight: 1, arbitrary: step('lapse') },
    { weight: 1, arbitrary: step('untold') },
    { weight: 1, arbitrary: step('near') },
    { weight: 2, arbitrary: step('seats') },
    { weight: 1, arbitrary: step('begin') },
  ),
  { minLength: 4, maxLength: 24 },
);

/** Plays a history and takes it back. Null when everything held after each step. */
async function play(steps: object[]): Promise<string | null> {
  await owner.query('BEGIN');
  try {
    const { rows } = await owner.query('SELECT pg_temp.play($1, $2) AS wrong', [sessionId, JSON.stringify(steps)]);
    return rows[0].wrong;
  } finally {
    await owner.query('ROLLBACK');
  }
}

const histories = (count: number) =>
  fc.check(
    fc.asyncProperty(history, async (steps) => (await play(steps)) === null),
    { numRuns: count, seed: 20_261_124 },
  );

test('a thousand histories of joining, leaving, offers and seats: never too many, in order, parties whole and passed by nobody until the start is near, nothing after it', async () => {
  const { failed, counterexample } = await histories(1000);
  expect(failed ? await play(counterexample?.[0] ?? []) : null, JSON.stringify(counterexample)).toBeNull();
});

test('the same histories notice when those who wait are forgotten, when a party is torn apart, and when it is passed', async () => {
  const definition = async (name: string): Promise<string> =>
    (await owner.query(`SELECT pg_get_functiondef('${name}'::regproc) AS text`)).rows[0].text;
  const spoiled = async (name: string, from: string, to: string) => {
    const whole = await definition(name);
    expect(whole).toContain(from);
    await owner.query(whole.replace(from, to));
    const { counterexample } = await histories(300);
    const wrong = await play(counterexample?.[0] ?? []);
    await owner.query(whole);
    return wrong;
  };
  expect(
    await spoiled(
      'app.settle_seats',
      'ORDER BY e.id = ANY (untold), e.arrival_no LOOP',
      'ORDER BY e.id = ANY (untold), e.arrival_no DESC LOOP',
    ),
  ).toContain('somebody passed one who waits');
  expect(
    await spoiled(
      'app.settle_seats',
      'IF cardinality(party) > cardinality(free) THEN',
      'IF cardinality(party) > cardinality(free) THEN party := ARRAY[w.id]; END IF; IF false THEN',
    ),
  ).toContain('a party torn apart');
  expect(await spoiled('app.settle_seats', 'kept := kept OR', 'kept := kept AND')).toContain(
    'somebody passed one who waits',
  );
  expect(await spoiled('app.enrol', 'THEN s.seats ELSE', 'THEN free ELSE')).toContain('somebody passed one who waits');
  expect(await spoiled('app.enrol', 'free >= p_seats', 'free > 0')).toContain('a party torn apart');
});
