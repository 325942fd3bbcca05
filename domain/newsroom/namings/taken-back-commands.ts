import type { Viewer } from '@/domain/access/viewer';
import { whileShown } from '@/domain/articles/shown-writes';
import { record } from '@/domain/audit-writes';
import { today } from '@/domain/days/day';
import type { Published } from '@/domain/newsroom/publish-commands';
import { refusedIn } from '@/domain/newsroom/refused-names/refused-in';
import { withRefused } from '@/domain/newsroom/refused-names/refused-name';
import { readRefused } from '@/domain/newsroom/refused-names/refused-names-queries';
import { findArticleFor } from '@/domain/newsroom/standing-queries';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import { fieldOf } from './naming';
import { writeNamings } from './naming-writes';
import type { TakeNameBackInput } from './taken-back';
import { listNamesIn } from './taken-back-queries';

type TakenBackProblem = 'not-found' | 'not-allowed' | 'name-not-there' | 'day-ahead';

/**
 * Records that somebody whom an article names does not agree any more. The database ends in the same moment what says her name, public or
 * planned, without a notice, and lets nothing out that does until she agrees again.
 */
export async function takeNameBack(
  viewer: Viewer,
  { articleId, name, channel, day }: TakeNameBackInput,
): Promise<Result<Published, TakenBackProblem>> {
  const found = await findArticleFor(viewer, 'articles.publish', articleId);
  if (!found.ok) return found;
  if (day > today()) return problem('day-ahead');
  const { article } = found.value;
  return transaction(async (tx) => {
    let isThere = false;
    const shown = await whileShown(tx, article.id, async () => {
      const refused = refusedIn(await readRefused(viewer, article, tx));
      const names = withRefused(await listNamesIn(viewer, article, tx), refused);
      const hers = names.find((each) => fieldOf(each) === name);
      if (!hers) return;
      isThere = true;
      await writeNamings(tx, viewer, [article.id], [{ name: hers.name, answer: 'taken_back', channel, agreedOn: day }]);
    });
    if (!isThere) return problem('name-not-there');
    await record(tx, viewer, {
      verb: 'changed',
      action: 'takeNameBack',
      subjectType: 'article',
      subjectId: article.id,
      unitId: article.unit.id,
      change: {},
    });
    return ok({ id: article.id, shown });
  });
}
