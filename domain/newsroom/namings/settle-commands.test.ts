import pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import { env } from '@/domain/ground/env';
import { nameKey } from '@/domain/people/name';
import { another, drafted, submitted, versionOf, writing } from '@/test/stages/articles';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { approveArticle } from '../decision-commands';
import { fieldOf } from './naming';
import { takeNameBack } from './taken-back-commands';

let union: TestUnion;
let editor: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
});

/** As many as there are connections: each holds one when all of them have begun. */
const MANY = env.DATABASE_CONNECTIONS;
const LOOKS_MAX = 5_000;

const NAME = 'Tô Thị Một Lúc';
/** A piece that names her, which nobody has let out. */
const named = (at: number) =>
  drafted(editor, writing(union.province, { kind: 'news', titleVi: `Chị ${NAME} dạy lớp ${at}` }));

/** Holds rows of articles until so many wait for them; over a connection of its own. */
async function holdUntilWaitedFor(ids: string[], begin: () => Promise<unknown>[]): Promise<unknown[]> {
  const holder = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await holder.connect();
  try {
    await holder.query('BEGIN');
    await holder.query('SELECT FROM article WHERE id = ANY ($1::uuid[]) FOR UPDATE', [ids]);
    const begun = Promise.all(begin());
    for (let look = 0, waiting = 0; waiting < ids.length; look++) {
      if (look > LOOKS_MAX) throw new Error(`${waiting} wait.`);
      const { rows } = await holder.query(
        `SELECT count(*)::int AS waiting FROM pg_locks l WHERE NOT l.granted AND pg_backend_pid() = ANY (pg_blocking_pids(l.pid))`,
      );
      waiting = rows[0].waiting;
    }
    await holder.query('COMMIT');
    return await begun;
  } finally {
    await holder.end();
  }
}

test('as many pieces as there are connections are let out at once: nobody who holds one waits for another', async () => {
  const ids = await Promise.all(Array.from({ length: MANY }, () => drafted(editor, writing(union.province))));
  for (const id of ids) await submitted(editor, id);
  const approver = await another(editor);
  const inputs = await Promise.all(
    ids.map(async (articleId) => ({
      articleId,
      version: await versionOf(editor, articleId),
      locales: ['vi' as const, 'en' as const],
      naming: {},
    })),
  );
  const results = await holdUntilWaitedFor(ids, () => inputs.map((input) => approveArticle(approver, input)));
  expect(results).toEqual(
    ids.map((id) => expect.objectContaining({ ok: true, value: expect.objectContaining({ id }) })),
  );
});

test('as many women as there are connections take their names back at once, and none of those deeds waits for another', async () => {
  const ids = await Promise.all(Array.from({ length: MANY }, (_, at) => named(at)));
  const field = fieldOf({ name: NAME, key: nameKey(NAME) });
  const no = { name: field, channel: 'phone' as const, day: today() };
  const results = await holdUntilWaitedFor(ids, () =>
    ids.map((articleId) => takeNameBack(editor, { articleId, ...no })),
  );
  expect(results).toEqual(
    ids.map((id) => expect.objectContaining({ ok: true, value: expect.objectContaining({ id }) })),
  );
});
