import 'server-only';
import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { findWaitingArticles, type WaitingArticles } from '@/domain/newsroom/waiting-queries';
import type { Task, TaskName } from '@/domain/overview/task';

/** As many as one reads at a glance. */
const FIRST = 3;

/** Articles that wait for her: `before` those that others wait for, `behind` those that wait for nobody else. */
export async function articleTasks(viewer: Viewer): Promise<{ before: Task[]; behind: Task[] }> {
  if (!mayAnywhere(viewer, 'articles.write')) return { before: [], behind: [] };
  const { toApprove, returned, toPublish, drafts } = await findWaitingArticles(viewer, FIRST);
  return {
    before: [taskOf('articlesToApprove', toApprove), taskOf('articlesReturned', returned)],
    behind: [taskOf('articlesToPublish', toPublish), taskOf('drafts', drafts)],
  };
}

/** Leads to the one article, or to the list where there are several. */
const taskOf = (name: TaskName, { count, first }: WaitingArticles): Task => ({
  name,
  count,
  href: count === 1 && first[0] ? `/admin/articles/${first[0].id}` : '/admin/articles',
  which: { of: 'names', names: first.map(({ title }) => title) },
});
