import 'server-only';
import { settlePictureUses } from '@/domain/articles/pictures/settle-commands';
import { forgetReads } from '@/domain/articles/reads/forget-read-commands';
import { partsShowing } from '@/domain/articles/shown';
import { settleSubjectPersons } from '@/domain/articles/subject-person/settle-commands';
import { forgetPresences } from '@/domain/articles/writing/presence-commands';
import { tellAlarms } from '@/domain/condition/alarms/alarm-commands';
import { compareCoverage } from '@/domain/coverage/comparison/comparison-commands';
import { sendDigests } from '@/domain/digest/digest-commands';
import { settleDueSeats } from '@/domain/enrolments/due-seat-commands';
import { forgetSignUps } from '@/domain/enrolments/forgetting-commands';
import type { JobName } from '@/domain/jobs/job';
import { forgetCardOpenings } from '@/domain/member-cards/own/forget-opening-commands';
import { settleDuePublications } from '@/domain/newsroom/due-publication-commands';
import { forgetPreviewLinks } from '@/domain/newsroom/previews/preview-link-commands';
import { removeFiles } from '@/domain/pictures/removal-commands';
import { makePictureSizes } from '@/domain/pictures/size-commands';
import { makePeriods } from '@/domain/reports/periods/period-commands';
import { carryOutSignings } from '@/domain/reports/signing/carry-out-commands';
import { closeDueRounds } from '@/domain/spot-checks/due-round-commands';
import { forgetSilentDevices } from '@/domain/subscriptions/pushing/push-commands';
import { settleDueMoves } from '@/domain/units/carrying-out/due-move-commands';
import { forgetSilentUploads } from '@/domain/uploads/upload-commands';
import { carryDueChanges, makeDueBackup } from '../backups/work';
import { lookAtLinks } from '../links/work';
import { shared } from '../still/shared';
import { FORGET } from '../still/tags';
import { keptFiles } from '../storage/kept-files';
import { makeSize } from '../storage/picture-sizes';
import { sendPushes } from '../subscriptions/send-pushes';
import type { Work } from './clock';

/** Tags of the pages that name the unit of a household, a venue or a session. */
const MOVED_TAGS = ['units', 'figures', 'trainings', 'articles'];

type Tell = (...tags: string[]) => void;

/** The work of a name, and what public pages are made of that it may change; a run tells what it did change. */
type Told = Omit<Work, 'run'> & {
  name: JobName;
  tags: readonly string[];
  run(mayGoOn: () => Promise<boolean>, tell: Tell): Promise<number>;
};

/** Pages are drawn anew after what moved, and after a run that was cut off before it could say so. */
const telling = ({ tags, run, ...rest }: Told): Work => ({
  ...rest,
  run: async (mayGoOn, resumed) => {
    if (resumed && tags.length > 0) await shared.changed([...tags]);
    const changed = new Set<string>();
    try {
      return await run(mayGoOn, (...told) => {
        for (const tag of told) changed.add(tag);
      });
    } finally {
      if (changed.size > 0) await shared.changed([...changed]);
    }
  },
});

/** Everything that is due at an instant: a new kind of work is a line here, a name in domain/jobs and its words. */
export const works: readonly Work[] = [
  // every fifteen seconds: offers that lapse, and seats that are kept for a party no longer
  telling({
    name: 'seats',
    rhythm: 15,
    tags: ['trainings'],
    run: (mayGoOn, tell) => settleDueSeats(mayGoOn, (id) => tell(`seats:${id}`, `free:${id}`)),
  }),
  // what a restructuring moves on its day
  telling({
    name: 'unit-moves',
    rhythm: 'midnight',
    tags: MOVED_TAGS,
    run: async (_mayGoOn, tell) => {
      const moved = await settleDueMoves();
      if (moved > 0) tell(...MOVED_TAGS);
      return moved;
    },
  }),
  // what tells who signed up without a record, a year after the session; reads of days that are not shown any more; silent devices; links that ran out; openings of cards
  telling({
    name: 'forgetting',
    rhythm: 'midnight',
    tags: [],
    run: async (mayGoOn) =>
      (await forgetReads()) +
      (await forgetPresences()) +
      (await forgetSilentDevices()) +
      (await forgetPreviewLinks()) +
      (await forgetCardOpenings()) +
      (await forgetSignUps(mayGoOn)),
  }),
  // what is kept of coverage against its source rows: mended at night, and told to the administrator
  telling({
    name: 'coverage',
    rhythm: 'midnight',
    tags: ['figures'],
    run: (mayGoOn, tell) => compareCoverage(mayGoOn, () => tell('figures')),
  }),
  // the periods of the year ahead, so that deadlines are known before they come
  telling({ name: 'periods', rhythm: 'midnight', tags: [], run: makePeriods }),
  // three lines a week, to whoever wants them
  telling({ name: 'digest', rhythm: 'monday', tags: [], run: (mayGoOn) => sendDigests(mayGoOn) }),
  // every fifteen seconds: pages with a picture whose women said otherwise, or whose last agreed day is over
  telling({
    name: 'pictures',
    rhythm: 15,
    tags: ['articles', 'pictures', FORGET],
    run: (mayGoOn, tell) =>
      settlePictureUses(mayGoOn, ({ pictureId, hidden, shown }) =>
        tell(`picture:${pictureId}`, ...partsShowing(shown), ...(hidden ? [FORGET] : [])),
      ),
  }),
  // every ten seconds: stories whose women do not agree any more, then articles whose hour has come, or their end
  telling({
    name: 'publications',
    rhythm: 10,
    tags: ['articles', FORGET],
    run: async (mayGoOn, tell) => {
      const gone = settleSubjectPersons(mayGoOn, (stories) => tell(...partsShowing(stories), FORGET));
      // publications that are due go out whatever became of that, and the run fails afterwards
      await gone.catch(() => {});
      const due = await settleDuePublications(mayGoOn, ({ shown, ended }) =>
        tell(...partsShowing(shown), ...(ended ? [FORGET] : [])),
      );
      return (await gone) + due;
    },
  }),
  // every ten minutes: files that were on their way, and of which nothing came for a day
  telling({ name: 'uploads', rhythm: 600, tags: [], run: forgetSilentUploads }),
  // every five minutes: who saw more numbers in an hour than a person does, and what else rang, by mail to the administrators
  telling({ name: 'alarms', rhythm: 300, tags: [], run: () => tellAlarms() }),
  // rounds of spot checks whose last day is over
  telling({
    name: 'spot-checks',
    rhythm: 'midnight',
    tags: ['figures:province'],
    run: async (_mayGoOn, tell) => {
      const closed = await closeDueRounds();
      if (closed > 0) tell('figures:province');
      return closed;
    },
  }),
];

/**
 * What somebody waits for, before a page that says how far it is: it has a clock of its own, so that nothing that is due at night comes
 * before it, and it keeps nothing waiting that is due.
 */
export const askedWorks: readonly Work[] = [
  // reports of the city that somebody signs; the process in which she asks begins at once
  telling({
    name: 'signings',
    rhythm: 10,
    tags: ['reports'],
    run: (mayGoOn, tell) => carryOutSignings(mayGoOn, { signed: () => tell('reports'), moved: (tag) => tell(tag) }),
  }),
];

/** What takes the processor for a minute, one after the other: it has a clock of its own too, so that no signature waits for it. */
export const longWorks: readonly Work[] = [
  // sizes of pictures that somebody has just put into the library
  telling({ name: 'picture-sizes', rhythm: 10, tags: [], run: (mayGoOn) => makePictureSizes(mayGoOn, makeSize) }),
  // files that nothing shows: pictures that have ended, recordings that were taken away, what a process left behind that was killed
  telling({ name: 'file-removals', rhythm: 30, tags: [], run: (mayGoOn) => removeFiles(mayGoOn, keptFiles.remove) }),
];

/** What waits for the services of others: a clock of its own, for ten thousand devices take minutes. */
export const pushWorks: readonly Work[] = [
  // every ten seconds: devices that follow what was published
  telling({ name: 'pushes', rhythm: 10, tags: [], run: sendPushes }),
];

/** What waits for others outside: it has a clock of its own, so that whoever answers slowly keeps nothing of ours waiting. */
export const outsideWorks: readonly Work[] = [
  // links of public texts: those of the portal each night, those outside once a week, or the day after they were not reached
  telling({ name: 'links', rhythm: 'midnight', tags: [], run: lookAtLinks }),
];

/** What takes minutes in a process of its own: a clock of its own, so that it keeps nothing waiting here. */
export const backupWorks: readonly Work[] = [
  // the backup of the night, where the portal keeps any
  telling({ name: 'backups', rhythm: 60, tags: [], run: (mayGoOn) => makeDueBackup(mayGoOn) }),
];

/** What has changed since, carried away every minute, also while a backup is made. */
export const changeWorks: readonly Work[] = [
  telling({ name: 'backup-changes', rhythm: 60, tags: [], run: carryDueChanges }),
];
