import { withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { isId } from '@/domain/id';
import { ok, problem, type Result } from '@/domain/result';
import { db } from '@/prisma/client';
import { OPENED_SECONDS, type OpenedInput, type PresenceInput, type Present, TOUCHED_SECONDS } from './presence';
import { listPresent } from './presence-queries';

type Presence = Result<{ present: Present[] }, 'not-found'>;

/** Notes that she has opened the page of an article to write, for a browser that will say nothing more of it. */
export async function openArticle(viewer: Viewer, { articleId }: OpenedInput): Promise<Presence> {
  if (!(await writesIn(viewer, articleId))) return problem('not-found');
  return ok({ present: await bePresent(viewer, articleId, OPENED_SECONDS) });
}

/** Her page says that it is still open, or that it is left; who else is there comes back. */
export async function touchArticle(viewer: Viewer, { articleId, left }: PresenceInput): Promise<Presence> {
  if (!(await writesIn(viewer, articleId))) return problem('not-found');
  if (!left) return ok({ present: await bePresent(viewer, articleId, TOUCHED_SECONDS) });
  await db.articlePresence.deleteMany({ where: { articleId, accountId: viewer.accountId } });
  return ok({ present: [] });
}

const writesIn = async (viewer: Viewer, articleId: string): Promise<boolean> =>
  isId(articleId) &&
  (await db.article.findFirst({
    where: { id: articleId, unit: withinReach(viewer, 'articles.write') },
    select: { id: true },
  })) !== null;

/** One row a person, whose instant of opening stays while she stays. Said again within five seconds it is not written again. */
async function bePresent(viewer: Viewer, articleId: string, seconds: number): Promise<Present[]> {
  await db.$executeRaw`
    INSERT INTO article_presence AS p (article_id, account_id, lapses_at)
      VALUES (${articleId}::uuid, ${viewer.accountId}::uuid, now() + make_interval(secs => ${seconds}))
    ON CONFLICT (article_id, account_id) DO UPDATE SET seen_at = now(), lapses_at = excluded.lapses_at,
      opened_at = CASE WHEN p.lapses_at > now() THEN p.opened_at ELSE now() END
      WHERE p.seen_at < now() - interval '5 seconds' OR p.lapses_at > excluded.lapses_at`;
  return listPresent(viewer, articleId);
}

/** Forgets who had articles open. Says how many rows that were. */
export async function forgetPresences(): Promise<number> {
  const { count } = await db.articlePresence.deleteMany({ where: { lapsesAt: { lt: new Date() } } });
  return count;
}
