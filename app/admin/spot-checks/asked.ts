import { oneOf } from '@/app/address';
import { FIRST_DAY } from '@/domain/coverage/coverage';
import { addDays, type Day, latestOf, today } from '@/domain/days/day';
import { readDay } from '@/domain/days/day-spelling';
import { roundFilters } from '@/domain/spot-checks/check-queries';
import { lastDaysOf, PERCENT_LEAST, PERCENT_MOST } from '@/domain/spot-checks/round';

export const spotChecksPath = '/admin/spot-checks';

const DAYS_USUAL = 14;
const PERCENT_USUAL = 3;

type Query = Record<string, string | string[] | undefined>;

const saids = ['announced', 'drawn', 'closed', 'withdrawn', 'answered', 'remarked', 'takenOver'] as const;
type Said = (typeof saids)[number];

export const saidOf = (query: Query) => saids.find((each) => each === oneOf(query.said));

export const roundAddress = (roundId: string, said?: Said) =>
  `${spotChecksPath}/${roundId}${said ? `?said=${said}` : ''}`;

export const checkAddress = ({ id, roundId }: { id: string; roundId: string }, said: Said) =>
  `${spotChecksPath}/${roundId}/${id}?said=${said}`;

/** A day of the address within bounds; what is none is the usual one. */
function dayWithin(value: string | undefined, usual: Day, first: Day, last: Day): Day {
  const read = readDay(value ?? '');
  return read.ok && read.value >= first && read.value <= last ? read.value : usual;
}

/** Which draw is to be tried out. */
export function askedDraw(query: Query) {
  const { first, last } = lastDaysOf(today());
  const percent = Number(oneOf(query.percent));
  const isShare = Number.isInteger(percent) && percent >= PERCENT_LEAST && percent <= PERCENT_MOST;
  return {
    countedOn: dayWithin(oneOf(query.countedOn), latestOf(FIRST_DAY, addDays(today(), -1)), FIRST_DAY, today()),
    percent: isShare ? percent : PERCENT_USUAL,
    lastDay: dayWithin(oneOf(query.lastDay), addDays(today(), DAYS_USUAL), first, last),
  };
}

/** How the checks of a round are narrowed. */
export const askedChecks = (query: Query) => ({
  filter: roundFilters.find((each) => each === oneOf(query.filter)),
  after: oneOf(query.after),
});
