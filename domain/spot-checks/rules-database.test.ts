import pg from 'pg';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { db } from '@/prisma/client';
import { makeSpotCheck } from '@/test/stages/coverage/spot-checks';
import { makeUnion, type TestUnion } from '@/test/union';
import { commitmentOf, makeSeed } from './drawing/draw';

let union: TestUnion;

/** As the owner of the tables, whose every rule is in force. */
async function asOwner(sql: string, values: unknown[] = []) {
  const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await owner.connect();
  return owner.query(sql, values).finally(() => owner.end());
}

beforeAll(async () => {
  union = await makeUnion();
});
beforeEach(async () => {
  await asOwner(
    'SET session_replication_role = replica; DELETE FROM spot_check; DELETE FROM spot_stratum; DELETE FROM spot_round; SET session_replication_role = origin',
  );
});

const announce = (values: Record<string, unknown> = {}) => {
  const seed = makeSeed();
  const row = { id: 'app.uuid7()', seed, commitment: commitmentOf(seed), ...values };
  return asOwner(
    `INSERT INTO spot_round (id, counted_on, reading, percent, ends_on, seed, commitment, drawn_at, closed_at, withdrawn_at)
     VALUES (app.uuid7(), '2026-10-31', 'tied', 3, '2027-01-01', $1, $2, $3, $4, $5) RETURNING id`,
    [row.seed, row.commitment, values.drawnAt ?? null, values.closedAt ?? null, values.withdrawnAt ?? null],
  );
};
const refusedBy = (rule: string) => expect.objectContaining({ constraint: rule });

describe('a round, by whatever way it is written', () => {
  test('tells a commitment that is the one of its seed', async () => {
    await expect(announce({ commitment: commitmentOf(makeSeed()) })).rejects.toEqual(
      refusedBy('spot_round_commitment_check'),
    );
    await announce();
  });

  test('is the only one under way', async () => {
    await announce();
    await expect(announce()).rejects.toEqual(refusedBy('spot_round_under_way'));
  });

  test('is closed after it was drawn alone, and withdrawn before alone', async () => {
    const now = new Date();
    await expect(announce({ closedAt: now })).rejects.toEqual(refusedBy('spot_round_steps_check'));
    await expect(announce({ drawnAt: now, withdrawnAt: now })).rejects.toEqual(refusedBy('spot_round_steps_check'));
  });
});

describe('a check, by whatever way it is written', () => {
  const write = (id: string, set: string) => asOwner(`UPDATE spot_check SET ${set} WHERE id = $1`, [id]);

  test('is answered whole: a result has its hour, and what differs says in what', async () => {
    const { id } = await makeSpotCheck({ unit: union.khuPho5 });
    for (const half of [
      `result = 'held'`,
      `answered_at = now()`,
      `result = 'differs', parts = '{}', answered_at = now()`,
      `result = 'differs', parts = NULL, answered_at = now()`,
      `result = 'held', parts = NULL, answered_at = now()`,
      `parts = '{pair}'`,
      `parts = NULL`,
    ])
      await expect(write(id, half), half).rejects.toEqual(refusedBy('spot_check_answer_check'));
    await expect(write(id, `result = 'held', parts = '{pair}', answered_at = now()`)).rejects.toEqual(
      refusedBy('spot_check_answer_check'),
    );
    await write(id, `result = 'differs', parts = '{pair}', answered_at = now()`);
  });

  test('keeps its answer and its visitor when the round is closed, and takes the word of its commune then alone', async () => {
    const open = await makeSpotCheck({ unit: union.khuPho5 });
    await expect(write(open.id, `remark = 'Chưa đến lúc', remarked_at = now()`)).rejects.toEqual(
      refusedBy('spot_check_kept'),
    );
    const { id } = await makeSpotCheck({ unit: union.khuPho5, closed: true, result: 'held' });
    for (const change of [
      `result = 'unseen'`,
      `note = 'khác'`,
      `answered_at = now()`,
      'visitor_id = NULL, seen_on = NULL',
    ])
      await expect(write(id, change), change).rejects.toEqual(refusedBy('spot_check_kept'));
    await write(id, `remark = 'Đã xem lại', remarked_at = now()`);
    expect(await db.spotCheck.findUnique({ where: { id }, select: { result: true, remark: true } })).toEqual({
      result: 'held',
      remark: 'Đã xem lại',
    });
  });
});
