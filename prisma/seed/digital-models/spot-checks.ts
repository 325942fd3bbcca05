import { createHash } from 'node:crypto';
import { addDays, type Day } from '@/domain/days/day';
import { commitmentOf, drawFrom } from '@/domain/spot-checks/drawing/draw';
import { allotted, type Listed, strataOf } from '@/domain/spot-checks/drawing/stratum';
import { assignVisitors, type Official } from '@/domain/spot-checks/drawing/visitors';
import { neighboursOf } from '@/domain/units/neighbour';
import { seedId } from '../chance';
import { accountId } from '../people/accounts';
import { insertRows, type Work } from '../work';

/** A finished round and one under way, with what was found; all of it invented, like what it is about. */
const ROUNDS = [
  { n: 1, percent: 2, countedAgo: 41, drawnAgo: 40, endsIn: -25, answered: 1 },
  { n: 2, percent: 2, countedAgo: 4, drawnAgo: 3, endsIn: 11, answered: 0.35 },
] as const;
type Round = (typeof ROUNDS)[number];
/** Of a hundred visits so many find it as recorded, and so many cannot see it. */
const HELD = 93;
const UNSEEN = 3;
/** So many seeds are tried until a neighbour of Long Hưng is drawn for its official to visit. */
const SEEDS_MAX = 60;

const PROVINCE = accountId('province@demo.invalid');
const REMARKS = [
  'Đã gặp lại hai chị, từ tuần sau gặp nhau mỗi thứ Bảy',
  'Gia đình số ngừng sinh hoạt từ tháng trước, đã ghi lại vào hồ sơ',
] as const;
const NOTES = ['Đến hai lần đều đóng cửa', 'Gia đình số chưa sinh hoạt lần nào', 'Hai chị chưa gặp nhau'] as const;

/** The same number from 0 to 99 for the same words. */
const chance = (words: string) => createHash('sha256').update(words).digest().readUInt32BE(0) % 100;

async function listOn({ client }: Work, day: Day): Promise<Listed[]> {
  const { rows } = await client.query<Listed>(
    `WITH here AS MATERIALIZED (SELECT commune_id, sum(units)::int AS units FROM app.coverage($1::date) WHERE reported GROUP BY 1)
     SELECT c.unit_id::text AS "unitId", coalesce(u.code, u.slug) AS "communeCode", coalesce(k.kind IN ('ward', 'special_zone'), false) AS ward,
       here.units AS "communeUnits", c.level::text AS level,
       EXISTS (SELECT FROM model_host o JOIN digital_model m ON m.id = o.model_id AND m.kind = 'digital_family'
           JOIN model_status s ON s.model_id = m.id AND s.status = 'active' AND app.active_on(s.valid_from, s.valid_to, $1::date)
         WHERE o.unit_id = c.unit_id AND app.active_on(o.valid_from, o.valid_to, $1::date)
           AND NOT EXISTS (SELECT FROM model_household x WHERE x.model_id = m.id AND app.active_on(x.valid_from, x.valid_to, $1::date))) AS questioned
     FROM app.coverage_units($1::date) c JOIN here ON here.commune_id = c.commune_id JOIN unit u ON u.id = c.commune_id
       LEFT JOIN unit_kind k ON k.unit_id = u.id AND app.active_on(k.valid_from, k.valid_to, $1::date)
     WHERE c.covered ORDER BY c.unit_id`,
    [day],
  );
  return rows;
}

async function listOfficials({ client }: Work): Promise<Official[]> {
  const { rows } = await client.query<{ accountId: string; code: string }>(
    `SELECT g.account_id::text AS "accountId", coalesce(u.code, u.slug) AS code FROM role_grant g JOIN unit u ON u.id = g.unit_id
     WHERE g.role = 'commune_official' AND u.level = 'commune' ORDER BY g.account_id`,
  );
  return rows.map(({ accountId, code }) => ({ accountId, communes: [code], ownCommunes: [code] }));
}

type Drawn = { unitId: string; stratum: string };

function draw(seed: string, list: readonly Listed[], percent: number) {
  const strata = strataOf(list).map(({ name, units }) => ({ name, unitIds: units.map(({ unitId }) => unitId).sort() }));
  const sizes = allotted(
    strata.map(({ name, unitIds }) => ({ name, size: unitIds.length })),
    percent,
  );
  const drawn: Drawn[] = strata.flatMap(({ name, unitIds }, at) =>
    drawFrom(seed, unitIds, sizes[at]?.drawn ?? 0).map((unitId) => ({ unitId, stratum: name })),
  );
  return { strata, drawn };
}

/** Of the first seeds the one by which Long Hưng's official is sent somewhere. */
function drawForVisitor(round: Round, list: readonly Listed[], officials: readonly Official[]) {
  const placeOf = new Map(list.map((unit) => [unit.unitId, unit]));
  const tries = Array.from({ length: SEEDS_MAX }, (_, at) =>
    createHash('md5').update(`spot checks ${round.n} ${at}`).digest('hex'),
  );
  for (const seed of tries) {
    const made = draw(seed, list, round.percent);
    const places = made.drawn.flatMap(({ unitId }) => placeOf.get(unitId) ?? []);
    const visitors = assignVisitors(places, officials, neighboursOf);
    if ([...visitors.values()].includes(accountId('longhung@demo.invalid')) || seed === tries.at(-1))
      return { seed, ...made, visitors };
  }
  return null;
}

/** A round that is over and one under way, in which the official of Long Hưng still has one place to see. */
export async function plantSpotChecks(work: Work): Promise<number> {
  const officials = await listOfficials(work);
  let count = 0;
  for (const round of ROUNDS) {
    const list = await listOn(work, addDays(work.today, -round.countedAgo));
    const made = drawForVisitor(round, list, officials);
    if (made && made.drawn.length > 0)
      count += await write(work, round, { ...made, remarkOf: remarksOf(list, officials, lastOf(work, round)) });
  }
  return count;
}

/** Two days after a round is over. */
const lastOf = ({ today }: Work, { endsIn }: Round) => (endsIn < 0 ? addDays(today, endsIn + 2) : null);

/** The official of the unit's own commune, who remarks on what was found there; Long Hưng's has yet to. */
function remarksOf(list: readonly Listed[], officials: readonly Official[], on: Day | null) {
  const codes = new Map(list.map(({ unitId, communeCode }) => [unitId, communeCode]));
  return (unitId: string) => {
    const own = officials.find(({ ownCommunes }) => ownCommunes.includes(codes.get(unitId) ?? ''))?.accountId ?? null;
    return on && own && own !== accountId('longhung@demo.invalid') ? { on, by: own } : null;
  };
}

type Made = NonNullable<ReturnType<typeof drawForVisitor>> & { remarkOf: (unitId: string) => Remark | null };
type Remark = { on: Day; by: string };

async function write({ client, today }: Work, round: Round, { seed, strata, drawn, visitors, remarkOf }: Made) {
  const { n, percent, countedAgo, drawnAgo, endsIn } = round;
  const roundId = seedId('spot round', n);
  await insertRows(client, 'spot_round', [
    {
      id: roundId,
      counted_on: addDays(today, -countedAgo),
      reading: 'tied',
      percent,
      ends_on: addDays(today, endsIn),
      commitment: commitmentOf(seed),
      seed,
      announced_at: `${addDays(today, -drawnAgo)}T01:00:00Z`,
      announced_by_id: PROVINCE,
      drawn_at: `${addDays(today, -drawnAgo)}T02:00:00Z`,
      closed_at: endsIn < 0 ? `${addDays(today, endsIn - 1)}T17:00:30Z` : null,
      demo: true,
      version: 1,
    },
  ]);
  const stratumId = (name: string) => seedId(`spot stratum ${n}`, 1 + strata.findIndex((each) => each.name === name));
  await insertRows(
    client,
    'spot_stratum',
    strata.map(({ name, unitIds }) => ({ id: stratumId(name), round_id: roundId, name, unit_ids: unitIds })),
  );
  const ofLongHung = [...visitors].filter(([, visitor]) => visitor === accountId('longhung@demo.invalid'));
  const left = endsIn > 0 ? ofLongHung.map(([unitId]) => unitId).slice(0, 1) : [];
  return insertRows(
    client,
    'spot_check',
    drawn.map(({ unitId, stratum }, at) => {
      const visitor = visitors.get(unitId) ?? null;
      const must = ofLongHung.some(([each]) => each === unitId);
      const answered = !left.includes(unitId) && (must || chance(`answered ${n} ${unitId}`) < 100 * round.answered);
      return {
        id: seedId(`spot check ${n}`, at),
        round_id: roundId,
        stratum_id: stratumId(stratum),
        unit_id: unitId,
        visitor_id: visitor,
        version: 1,
        ...withRemark(
          answerOf(`${n} ${unitId}`, answered, addDays(today, 1 - drawnAgo), visitor ?? PROVINCE),
          remarkOf(unitId),
        ),
      };
    }),
  );
}

function answerOf(words: string, answered: boolean, day: Day, by: string) {
  const nothing = { result: null, parts: [], seen_on: null, note: null, answered_at: null, answered_by_id: null };
  if (!answered) return nothing;
  const found = chance(`found ${words}`);
  const result = found < HELD ? 'held' : found < HELD + UNSEEN ? 'unseen' : 'differs';
  const part = chance(`part ${words}`) < 50 ? 'family' : 'pair';
  const note = { held: null, unseen: NOTES[0], differs: part === 'family' ? NOTES[1] : NOTES[2] }[result];
  return {
    result,
    parts: result === 'differs' ? [part] : [],
    seen_on: day,
    note,
    answered_at: `${day}T09:00:00Z`,
    answered_by_id: by,
  };
}

/** Of a closed round, what a commune said to what differs there. */
function withRemark(answer: ReturnType<typeof answerOf>, remark: Remark | null) {
  const said = answer.result === 'differs' ? remark : null;
  return {
    ...answer,
    remark: said ? REMARKS[answer.parts.some((part) => part === 'pair') ? 0 : 1] : null,
    remarked_at: said && `${said.on}T02:00:00Z`,
    remarked_by_id: said?.by ?? null,
  };
}
