import { createHash } from 'node:crypto';
import type pg from 'pg';
import { type Made, newId, write } from '../../../test/factories/write';

const SEED = '0'.repeat(32);

/** A round that was closed long ago, in which this unit alone was drawn and found as recorded. */
export async function makeClosedCheck(database: pg.Client, unit: Made): Promise<{ round: string; check: string }> {
  const [round, stratum, check] = [newId(), newId(), newId()];
  const day = '2025-09-10';
  const commitment = createHash('sha256').update(SEED).digest('hex');
  const dates = {
    counted_on: day,
    ends_on: '2025-09-25',
    drawn_at: `${day}T01:00:00Z`,
    closed_at: '2025-09-24T17:00:00Z',
  };
  await write(database, [
    ['spot_round', { id: round, reading: 'tied', percent: 2, seed: SEED, commitment, ...dates, version: 1 }],
  ]);
  await database.query('INSERT INTO spot_stratum (id, round_id, name, unit_ids) VALUES ($1, $2, $3, $4)', [
    stratum,
    round,
    'ward small sub_association plain',
    [unit.id],
  ]);
  const found = { result: 'held', seen_on: '2025-09-12', answered_at: '2025-09-12T02:00:00Z' };
  await write(database, [
    ['spot_check', { id: check, round_id: round, stratum_id: stratum, unit_id: unit.id, ...found, version: 1 }],
  ]);
  return { round, check };
}
