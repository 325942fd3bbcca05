import 'server-only';
import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { countUnpublishedArticles } from '@/domain/articles/waiting-queries';
import type { CommuneCoverage } from '@/domain/coverage/coverage';
import { countGaps } from '@/domain/coverage/gap-queries';
import { countModels } from '@/domain/digital-models/queries';
import { countTroubledJobs } from '@/domain/jobs/queries';
import { countIncoming } from '@/domain/merging/requests/request-queries';
import { countMessages } from '@/domain/messages/queries';
import { countQuietPairs } from '@/domain/pairs/quiet-queries';
import { countWaiting } from './waiting';

export type Task = {
  name:
    | 'sessionsToDecide'
    | 'messagesToTell'
    | 'mailsFailed'
    | 'requestsToAnswer'
    | 'modelsPlanned'
    | 'pairsQuiet'
    | 'jobsTroubled'
    | 'drafts'
    | 'gaps';
  count: number;
  href: string;
  /** by when it must be done */
  deadline?: Date | null;
};

/** The tasks that wait for her, most urgent first; a finished one is not listed. */
export async function tasksOf(viewer: Viewer, coverage: Promise<readonly CommuneCoverage[]>): Promise<Task[]> {
  const can = (permission: Parameters<typeof mayAnywhere>[1]) => mayAnywhere(viewer, permission);
  const [sessions, messages, requests, planned, drafts, quiet, gaps, jobs] = await Promise.all([
    can('trainings.decide') ? countWaiting(viewer) : 0,
    can('messages.tell') ? countMessages(viewer) : { toTell: 0, deadline: null, failed: 0 },
    countIncoming(viewer),
    can('digital-models.change-status') ? countModels(viewer, { status: 'planned' }) : 0,
    can('articles.publish') ? countUnpublishedArticles(viewer) : 0,
    can('pairs.guide') ? countQuietPairs(viewer) : 0,
    can('digital-models.found') ? coverage.then((rows) => countGaps(viewer, rows)) : 0,
    countTroubledJobs(viewer),
  ]);
  const communes = new Set((await coverage).map(({ communeId }) => communeId));
  const [only] = communes.size === 1 ? communes : [];
  const { deadline } = messages;
  const toTell: Task = { name: 'messagesToTell', count: messages.toTell, href: '/admin/messages', deadline };
  const toDecide: Task = { name: 'sessionsToDecide', count: sessions, href: '/admin/trainings' };
  const tasks: Task[] = [
    { name: 'jobsTroubled', count: jobs, href: '/admin/jobs' },
    ...(messages.deadline ? [toTell, toDecide] : [toDecide, toTell]),
    { name: 'mailsFailed', count: messages.failed, href: '/admin/messages?list=mail' },
    { name: 'requestsToAnswer', count: requests, href: '/admin/people/requests' },
    { name: 'modelsPlanned', count: planned, href: '/admin/digital-models?status=planned' },
    { name: 'pairsQuiet', count: quiet, href: '/admin/pairs/quiet' },
    { name: 'drafts', count: drafts, href: '/admin/articles' },
    { name: 'gaps', count: gaps, href: only ? `/admin/coverage/${only}` : '/admin/coverage' },
  ];
  return tasks.filter(({ count }) => count > 0);
}
