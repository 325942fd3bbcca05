import 'server-only';
import { mayAnywhere } from '@/domain/access/access';
import { asOther } from '@/domain/access/trainer';
import { countHintsToAnswer } from '@/domain/digital-models/practices/hint-queries';
import { findWaitingHints, type WaitingHints } from '@/domain/digital-models/practices/waiting-hint-queries';
import { listTroubledJobs } from '@/domain/jobs/queries';
import { listWaitingRequests } from '@/domain/merging/requests/request-queries';
import { listFirstFailedMails, listFirstToTell } from '@/domain/messages/first-queries';
import { countMessages } from '@/domain/messages/queries';
import { findNextProposal, findUnreported } from '@/domain/overview/session-queries';
import type { Task, Which } from '@/domain/overview/task';
import { countLeftToAsker, countWaitingForSecond } from '@/domain/second-pairs/request-queries';
import { addressOf as trainingsAddress, trainingsPath } from '../trainings/asked';
import { articleTasks } from './article-tasks';
import { checkTasks } from './check-tasks';
import type { Here } from './here';
import { reportTasks } from './report-tasks';
import { modelsPlanned, pairsQuiet } from './steady-tasks';
import { countWaiting } from './waiting';
import { FIRST, mostIn, named, opened, session } from './which';

type Found = Task | undefined;

/** The tasks that wait for her before those of coverage, and those that wait behind them, the most urgent first. */
export async function tasksOf(here: Here): Promise<{ before: Task[]; behind: Task[] }> {
  const [
    jobs,
    sessions,
    [toTell, failed],
    requests,
    seconds,
    agreed,
    unreported,
    models,
    pairs,
    articles,
    checks,
    hints,
    reports,
  ] = await Promise.all([
    troubledJobs(here),
    sessionsToDecide(here),
    messagesToTell(here),
    requestsToAnswer(here),
    secondsToGive(here),
    secondsAgreed(here),
    sessionsToReport(here),
    modelsPlanned(here),
    pairsQuiet(here),
    articleTasks(here.viewer),
    checkTasks(here.viewer),
    hintsToAnswer(here),
    reportTasks(here),
  ]);
  const urgent = toTell?.deadline ? [toTell, sessions] : [sessions, toTell];
  return {
    before: waiting(
      jobs,
      seconds,
      agreed,
      ...reports,
      ...checks.late,
      ...urgent,
      ...articles.before,
      failed,
      requests,
      unreported,
      ...checks.others,
    ),
    behind: waiting(models, pairs, hints, ...articles.behind),
  };
}

/** A finished one is not listed. */
const waiting = (...tasks: Found[]) => tasks.filter((task): task is Task => task !== undefined && task.count > 0);

async function troubledJobs({ viewer }: Here): Promise<Found> {
  const jobs = await listTroubledJobs(viewer);
  const names = jobs.slice(0, FIRST).map(({ name }) => name);
  return { name: 'jobsTroubled', count: jobs.length, href: '/admin/jobs', which: { of: 'jobs', names } };
}

/** Its button says that they are decided on: the list holds nothing else. */
async function sessionsToDecide({ viewer, communeId }: Here): Promise<Found> {
  if (!mayAnywhere(viewer, 'trainings.decide')) return;
  const [count, next] = await Promise.all([countWaiting(viewer), findNextProposal(viewer)]);
  const list = trainingsAddress({ view: 'list', when: 'coming', state: 'proposed', communeId });
  const href = opened(count, next ? `${trainingsPath}/${next.id}` : undefined, list);
  return { name: 'sessionsToDecide', count, href, which: session(next) };
}

async function messagesToTell({ viewer }: Here): Promise<Found[]> {
  if (!mayAnywhere(viewer, 'messages.tell')) return [];
  const [{ toTell, deadline, failed }, women, addressees] = await Promise.all([
    countMessages(viewer),
    listFirstToTell(viewer, FIRST),
    listFirstFailedMails(viewer, FIRST),
  ]);
  return [
    { name: 'messagesToTell', count: toTell, href: '/admin/messages', deadline, which: named(women) },
    { name: 'mailsFailed', count: failed, href: '/admin/messages?list=mail', which: named(addressees) },
  ];
}

async function requestsToAnswer({ viewer }: Here): Promise<Found> {
  if (!mayAnywhere(viewer, 'merging.answer')) return;
  const asked = await listWaitingRequests(viewer);
  const names = [...new Set(asked.map(({ commune }) => commune))].filter(Boolean).slice(0, FIRST);
  return {
    name: 'requestsToAnswer',
    count: asked.length,
    href: '/admin/people/requests',
    which: { of: 'askers', names },
    deadline: asked[0]?.lapsesOn ?? null,
  };
}

/** Deeds of others that wait for her word: nothing of them is done before. */
async function secondsToGive({ viewer }: Here): Promise<Found> {
  if (!mayAnywhere(viewer, 'second-pairs.see')) return;
  const { count, until, askers } = await countWaitingForSecond(viewer);
  const which: Which = { of: 'names', names: askers.slice(0, FIRST) };
  return { name: 'secondsToGive', count, href: '/admin/second-pairs', deadline: until, which };
}

/** What she asked for and somebody agreed to, where the rest is hers: it opens once, and not for long. */
async function secondsAgreed({ viewer }: Here): Promise<Found> {
  if (!mayAnywhere(viewer, 'second-pairs.see')) return;
  const { count, until } = await countLeftToAsker(viewer);
  return { name: 'secondsAgreed', count, href: '/admin/second-pairs#asked', deadline: until };
}

async function sessionsToReport({ viewer, communeId }: Here): Promise<Found> {
  if (!mayAnywhere(asOther(viewer), 'outcomes.report')) return;
  const { count, first } = await findUnreported(viewer, FIRST);
  const list = `/admin/trainings?when=past&state=approved${communeId ? `&commune=${communeId}` : ''}`;
  const href = opened(count, first[0] && `/admin/trainings/${first[0].id}/outcomes/report`, list);
  return { name: 'sessionsToReport', count, href, which: session(first[0]) };
}

async function hintsToAnswer({ viewer }: Here): Promise<Found> {
  const city = await findWaitingHints(viewer, FIRST);
  if (city) return { name: 'hintsWaiting', ...waitsInCommunes(city) };
  if (!mayAnywhere(viewer, 'digital-models.answer-hint')) return;
  const count = await countHintsToAnswer(viewer);
  return { name: 'hintsToAnswer', count, href: '/admin/digital-models/hints?state=waiting' };
}

const waitsInCommunes = ({ count, oldest, communes }: WaitingHints) => ({
  count,
  href: '/admin/digital-models/hints?state=waiting',
  which: mostIn(communes),
  since: oldest,
  whose: 'communes' as const,
});
