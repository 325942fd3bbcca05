import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { env } from '@/domain/ground/env';
import CacheHandler from '@/server/still/next/cache-handler';
import { FORGET } from '@/server/still/tags';
import { answerPage, openFront } from './front';

/** Milliseconds that a page takes to be drawn: long enough for readers to come meanwhile. */
const DRAWING = 50;

/**
 * One of the portal's processes in a storm of changes: the real front, store and link, with a function in Next's place
 * whose pages show a number that stands in the database. Says its port; ends with its parent.
 */
const pool = new pg.Pool({ connectionString: env.DATABASE_URL, max: 4, connectionTimeoutMillis: 1_000 });
pool.on('error', () => {});

const { origin, still } = await openFront(
  async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://portal.invalid');
    const page = url.pathname.split('/').at(-1);
    if (url.pathname.startsWith('/api/')) {
      await pool.query('update storm set number = $1 where page = $2', [url.searchParams.get('number'), page]);
      const taken = url.searchParams.has('taken') ? [FORGET] : [];
      await new CacheHandler().revalidateTag([`page:${page}`, ...taken]);
      response.statusCode = 204;
      response.end();
      return;
    }
    const { rows } = await pool.query('select number from storm where page = $1', [page]);
    await wait(DRAWING);
    await answerPage(response, `number ${rows[0].number}`, `page:${page}`);
  },
  { database: env.DATABASE_URL },
);

await still.link.start();
process.on('disconnect', () => process.exit(0));
process.send?.(origin);
