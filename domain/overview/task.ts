import type { CommuneCoverage, MissingPart } from '@/domain/coverage/coverage';
import type { Day } from '@/domain/days/day';
import type { JobName } from '@/domain/jobs/job';
import type { Locale } from '@/domain/locale';
import type { PeriodKind } from '@/domain/reports/periods/period';
import type { GapsOfPart } from './gaps';

export type TaskName =
  | 'jobsTroubled'
  | 'sessionsToDecide'
  | 'messagesToTell'
  | 'mailsFailed'
  | 'requestsToAnswer'
  | 'secondsToGive'
  | 'secondsAgreed'
  | 'sessionsToReport'
  | 'declare'
  | 'silent'
  | MissingPart
  | 'modelsPlanned'
  | 'pairsQuiet'
  | 'checksToVisit'
  | 'roundToDraw'
  | 'checksLate'
  | 'checksToRemedy'
  | 'hintsToAnswer'
  | 'hintsWaiting'
  | 'articlesToApprove'
  | 'alertsUnconfirmed'
  | 'articlesReturned'
  | 'articlesRemarked'
  | 'articlesToPublish'
  | 'frontToRead'
  | 'drafts'
  | 'picturesHidden'
  | 'storiesEnded'
  | 'namesRefused'
  | 'hoursStopped'
  | 'picturesToWord'
  | 'wordsReturned'
  | 'picturesToFace'
  | 'reviewsDue'
  | 'translationsBehind'
  | 'reportsReturned'
  | 'reportsToSign'
  | 'reportsToOpen'
  | 'reportsToAccept'
  | 'reportsMissing';

/** Which ones they are: the first of them, or where most of them are. */
export type Which =
  | { of: 'names' | 'places' | 'askers' | 'visitors'; names: readonly string[] }
  /** `names`: of communes, whose reports of it wait */
  | { of: 'period'; kind: PeriodKind; from: Day; names?: readonly string[] }
  | { of: 'session'; title: string; startsAt: Date }
  /** words of a picture that somebody returned, and why */
  | { of: 'words'; picture: string; writers: string; by: string; remark: string | null }
  /** `stays`: the one language in which readers still see it */
  | { of: 'story'; title: string; stays: Locale | null }
  | { of: 'jobs'; names: readonly JobName[] }
  /** `inOne`: all of them lie in the sub-association that the page is about */
  | { of: 'units'; gaps: GapsOfPart; inOne: boolean }
  | { of: 'commune'; most: CommuneOfMany }
  | { of: 'communes'; most: readonly CommuneOfMany[] };

/** A commune where most of them are. */
export type CommuneOfMany = Pick<CommuneCoverage, 'name' | 'kind'>;

/** Something that waits at a place, with the one page that settles it. */
export type Task = {
  name: TaskName;
  count: number;
  href: string;
  which?: Which | undefined;
  /** by when it must be done: an instant, or the day on which it is too late */
  deadline?: Date | Day | null;
  /** the day of the oldest of them */
  since?: Day | null;
  /** how many more of them wait in later periods, behind no line of their own */
  later?: number;
  /** places that have not reported are counted too, which no indicator counts */
  silentToo?: boolean;
  /** the deadline has passed */
  isLate?: boolean;
  /** whose move it is, where it is not hers */
  whose?: 'communes' | 'heads';
  /** what its button says, where that is not what it says for all of its kind */
  does?: 'look' | 'activate';
};
