import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { addDays, type Day, daysBetween } from '@/domain/days/day';

export const SEED = 'dong-nai-2025';
/** The campaign's first models were founded at the beginning of August 2025. */
export const CAMPAIGN_BEGAN: Day = '2025-08-01';

// How busy the months of a year are: the end of the year is for meeting the annual target, Tết is for the family.
const BUSY_BY_MONTH = [4, 2, 6, 6, 6, 5, 5, 6, 7, 9, 9, 9];
const STEPS = 500;

/** The day on which the province reached each fraction of all models founded so far: days since the campaign began. */
export function paceOf(today: Day): number[] {
  const length = Math.max(1, daysBetween(CAMPAIGN_BEGAN, today));
  const weights = Array.from({ length }, (_, day) => {
    const month = Number(addDays(CAMPAIGN_BEGAN, day).slice(5, 7));
    // slow beginning: few knew how in the first months
    return (BUSY_BY_MONTH[month - 1] ?? 1) * Math.min(1, 0.4 + day / 120);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const days: number[] = [];
  let reached = 0;
  weights.forEach((weight, day) => {
    reached += weight;
    while (days.length < STEPS && (days.length + 0.5) / STEPS <= reached / total + 1e-9) days.push(day);
  });
  return days;
}

/**
 * Functions of this connection that stand for chance. Each is a pure function of the seed, a purpose and a number, so
 * the same seed makes the same province whatever plan PostgreSQL chooses.
 */
export async function prepareChance(client: Client, today: Day): Promise<void> {
  await client.query(`
    CREATE OR REPLACE FUNCTION pg_temp.draw(purpose text, n bigint) RETURNS float8 LANGUAGE sql IMMUTABLE RETURN
      (hashtextextended('${SEED}' || purpose, n) & 4503599627370495)::float8 / 4503599627370496.0;

    -- an element of a list for a draw between 0 and 1
    CREATE OR REPLACE FUNCTION pg_temp.pick(options text[], x float8) RETURNS text LANGUAGE sql IMMUTABLE RETURN
      options[1 + floor(x * cardinality(options))::int];

    -- a whole number from a to b
    CREATE OR REPLACE FUNCTION pg_temp.between(a int, b int, x float8) RETURNS int LANGUAGE sql IMMUTABLE RETURN
      a + floor(x * (b - a + 1))::int;

    -- a uuid of version 7 that is always the same for the same thing; in order of n, so that indexes grow at their end.
    -- n::text, for only what changes with no setting is written into the statement that calls it
    CREATE OR REPLACE FUNCTION pg_temp.seed_id(kind text, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE RETURN
      (lpad(to_hex(1751328000000 + n), 12, '0') || '7'
        || overlay(substr(md5('${SEED}' || kind || n::text), 1, 18) placing '8' from 4 for 0))::uuid;

    -- the beginning of today in Viet Nam: nothing is recorded later
    CREATE OR REPLACE FUNCTION pg_temp.dawn() RETURNS timestamptz LANGUAGE sql IMMUTABLE RETURN
      '${today} 00:00:00+07'::timestamptz;

    -- the day on which the campaign had come this far (0 = its beginning, 1 = today)
    CREATE OR REPLACE FUNCTION pg_temp.pace(x float8) RETURNS date LANGUAGE sql IMMUTABLE RETURN
      DATE '${CAMPAIGN_BEGAN}' + ('{${paceOf(today).join(',')}}'::int[])[1 + floor(greatest(0, least(x, 0.9999)) * ${STEPS})::int];
  `);
}

/** A small generator for what TypeScript draws itself (mulberry32): the same seed, the same row of numbers in [0, 1). */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The same as pg_temp.seed_id, for what TypeScript makes. */
export function seedId(kind: string, n: number): string {
  const digest = createHash('md5').update(`${SEED}${kind}${n}`).digest('hex');
  const time = (1_751_328_000_000 + n).toString(16).padStart(12, '0');
  const hex = `${time}7${digest.slice(0, 3)}8${digest.slice(3, 18)}`;
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
