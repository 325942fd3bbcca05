import { today } from '@/domain/days/day';
import type { PersonRecord } from '@/domain/people/record';
import { Moved } from '../../coverage/moved';

/** Deeds after which her unit may stand differently: a guide counts while she is a member. */
const moving = new Set(['recorded', 'started', 'moved', 'ended']);

/** After a membership began, moved or ended: whether its unit is covered, or the one thing that is missing there and who mends it. */
type Props = { person: PersonRecord; done: string | undefined; word: string | string[] | undefined };

export function UnitCoverage({ person, done, word }: Props) {
  const unitId = done && moving.has(done) ? unitOf(person) : undefined;
  return unitId ? <Moved unitId={unitId} recordId={person.id} word={word} /> : null;
}

/** The unit of her newest membership that runs, else of the one that ended last. */
function unitOf({ memberships }: PersonRecord): string | undefined {
  const running = memberships.filter(({ to }) => to === null || to > today());
  const [newest] = (running.length > 0 ? running : memberships).toSorted((a, b) => (a.from < b.from ? 1 : -1));
  return newest?.unitId;
}
