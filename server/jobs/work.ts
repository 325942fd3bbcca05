import 'server-only';
import { settleDueSeats } from '@/domain/enrolments/due-seat-commands';
import { forgetSignUps } from '@/domain/enrolments/forgetting-commands';
import type { JobName } from '@/domain/jobs/job';
import { settleDueMoves } from '@/domain/units/carrying-out/due-move-commands';
import { shared } from '../still/shared';
import type { Work } from './clock';

/** Tags of the pages that name the unit of a household, a venue or a session. */
const MOVED_TAGS = ['units', 'coverage', 'digital-models', 'pairs', 'trainings'];

/** The work of a name, and what public pages are made of that it may have changed. */
type Told = Omit<Work, 'run'> & {
  name: JobName;
  tags: readonly string[];
  run(mayGoOn: () => Promise<boolean>): Promise<number>;
};

/** Pages are drawn anew after what moved, and after a run that was cut off before it could say so. */
const telling = ({ tags, run, ...rest }: Told): Work => ({
  ...rest,
  run: async (mayGoOn, resumed) => {
    if (resumed && tags.length > 0) await shared.changed([...tags]);
    const moved = await run(mayGoOn);
    if (moved > 0 && tags.length > 0) await shared.changed([...tags]);
    return moved;
  },
});

/** Everything that is due at an instant: a new kind of work is a line here, a name in domain/jobs and its words. */
export const works: readonly Work[] = [
  // every fifteen seconds: offers that lapse, and seats that are kept for a party no longer
  telling({ name: 'seats', rhythm: 15, tags: ['trainings'], run: settleDueSeats }),
  // what a restructuring moves on its day
  telling({ name: 'unit-moves', rhythm: 'midnight', tags: MOVED_TAGS, run: settleDueMoves }),
  // what tells who signed up without a record, a year after the session
  telling({ name: 'forgetting', rhythm: 'midnight', tags: [], run: forgetSignUps }),
];
