import type { Day } from '@/domain/days/day';
import { LEARNERS_MAX } from '@/domain/pairs/pair';
import { learnedLevels } from '@/domain/scales/learned-level';
import type { MergeChoices, MergeObstacle, MergeTold } from './merge';
import { countMoves } from './merge-counts';
import { planPairs } from './merge-pairs';
import { planSeats } from './merge-seats';
import { planSessions } from './merge-sessions';
import { changed, planAllDated } from './merge-spans';
import { type Change, type MovedTable, type PersonRows, type Row, textOf } from './merge-tables';
import type { PairCrossing, StandingPairs } from './requests/merge-crossings';

export type MergePlan = {
  changes: Change[];
  told: Omit<MergeTold, 'sealed' | 'consents'>;
  obstacles: MergeObstacle[];
  crossings: PairCrossing[];
};

type Women = { survivor: Row; absorbed: Row };

/**
 * Everything that a merger does to two records, in the order in which it is written; the same plan is shown and
 * carried out. The absorbed record comes last, so that undoing begins with it.
 */
export function planMerge(
  rows: PersonRows,
  women: Women,
  choices: MergeChoices,
  today: Day,
  standing: StandingPairs = {},
): MergePlan {
  const [survivorId, absorbedId] = [textOf(women.survivor, 'id'), textOf(women.absorbed, 'id')];
  const dated = planAllDated(rows, survivorId);
  const seats = planSeats(rows.board_seat, survivorId);
  const pairs = planPairs(rows, survivorId, absorbedId, today, standing);
  const sessions = planSessions(rows, survivorId, absorbedId);
  const accounts = planAccounts(rows, survivorId, absorbedId);

  const obstacles = [
    ...(accounts.two ? (['two-accounts'] as const) : []),
    ...(sessions.atOnce ? (['taught-at-once'] as const) : []),
    ...(seats.cross ? (['seats-cross'] as const) : []),
    ...(pairs.crossings.some(({ thirdId }) => !standing[thirdId]) ? (['pairs-cross'] as const) : []),
  ];
  return {
    obstacles,
    crossings: pairs.crossings,
    told: {
      between: pairs.between,
      united: dated.reduce((sum, { united }) => sum + united, seats.united + pairs.united),
      doubled: sessions.doubled,
      learners: pairs.learners > LEARNERS_MAX ? pairs.learners : null,
      moves: countMoves(rows, absorbedId),
    },
    changes: [
      ...dated.flatMap(({ changes }) => changes),
      ...seats.changes,
      ...pairs.changes,
      ...sessions.changes,
      ...accounts.changes,
      ...planMoves(rows, survivorId, absorbedId),
      ...planLessons(rows, survivorId, absorbedId),
      ...planPictures(rows, survivorId, absorbedId),
      ...planSkills(rows, survivorId, absorbedId),
      ...planRequests(rows, survivorId, absorbedId),
      ...chosen(women, choices),
      { table: 'person', was: women.absorbed, set: { merged_into_id: survivorId } },
    ],
  };
}

/** What only names her, and names the other record from now on. */
function planMoves(rows: PersonRows, survivorId: string, absorbedId: string): Change[] {
  const simply = (table: MovedTable, column = 'person_id') =>
    rows[table]
      .filter((row) => row[column] === absorbedId)
      .map((was): Change => ({ table, was, set: { [column]: survivorId } }));
  return [
    ...simply('article', 'subject_person_id'),
    ...simply('certificate'),
    ...simply('household', 'head_person_id'),
    ...simply('topic_wait'),
  ];
}

/** One account goes with her. Of two the one of the absorbed record stays there once it is closed; open, it is in the way. */
function planAccounts({ account }: PersonRows, survivorId: string, absorbedId: string) {
  const theirs = account.filter((row) => row.person_id === absorbedId);
  if (account.length === theirs.length)
    return {
      two: false,
      changes: theirs.map((was): Change => ({ table: 'account', was, set: { person_id: survivorId } })),
    };
  return { two: theirs.some(({ disabled_at }) => disabled_at === null), changes: [] };
}

function planPictures({ media_person }: PersonRows, survivorId: string, absorbedId: string): Change[] {
  const shown = media_person.filter((row) => row.person_id === survivorId).map(({ asset_id }) => asset_id);
  return media_person
    .filter((row) => row.person_id === absorbedId)
    .map((was) =>
      shown.includes(was.asset_id)
        ? { table: 'media_person', was, gone: true }
        : { table: 'media_person', was, set: { person_id: survivorId } },
    );
}

/**
 * Lessons go along. Where the survivor stands in one already, the other name stays at the absorbed record: nobody learns twice or teaches
 * herself, and how many learned is what it was.
 */
function planLessons({ peer_lesson, peer_learner }: PersonRows, survivorId: string, absorbedId: string): Change[] {
  const stands = new Set<unknown>([
    ...peer_lesson.filter((row) => row.teacher_id === survivorId).map(({ id }) => id),
    ...peer_learner.filter((row) => row.person_id === survivorId).map(({ lesson_id }) => lesson_id),
  ]);
  const taught = peer_lesson.filter((row) => row.teacher_id === absorbedId && !stands.has(row.id));
  const learned = peer_learner.filter((row) => row.person_id === absorbedId && !stands.has(row.lesson_id));
  const alone = learned.filter((row) => !isAmong(taught, row));
  return [
    ...taught.map((was): Change => ({ table: 'peer_lesson', was, set: { teacher_id: survivorId } })),
    ...alone.map((was): Change => ({ table: 'peer_learner', was, set: { person_id: survivorId } })),
  ];
}

const isAmong = (lessons: readonly Row[], { lesson_id }: Row) => lessons.some(({ id }) => id === lesson_id);

/** The better of two levels holds; the other one stays where it was. */
function planSkills({ person_skill }: PersonRows, survivorId: string, absorbedId: string): Change[] {
  const levels: readonly unknown[] = learnedLevels;
  const weight = (row: Row) => levels.indexOf(row.mark);
  return person_skill
    .filter((row) => row.person_id === absorbedId)
    .flatMap((was): Change[] => {
      const own = person_skill.find((row) => row.person_id === survivorId && row.skill_id === was.skill_id);
      if (!own) return [{ table: 'person_skill', was, set: { person_id: survivorId } }];
      if (weight(own) >= weight(was)) return [];
      const { mark, marked_on, recorded_by_id } = was;
      return [{ table: 'person_skill', was: own, set: { mark, marked_on, recorded_by_id } }];
    });
}

/** Requests that still stand are answered for the survivor, but not twice and not against herself. */
function planRequests({ person_request }: PersonRows, survivorId: string, absorbedId: string): Change[] {
  const open = person_request.filter(({ answer, closed_at }) => answer === null && closed_at === null);
  const isTaken = (row: Row) =>
    open.some(
      (own) => own.person_id === survivorId && own.to_unit_id === row.to_unit_id && own.purpose === row.purpose,
    );
  return open.flatMap((was): Change[] => {
    if (was.person_id === absorbedId && was.own_person_id !== survivorId && !isTaken(was))
      return [{ table: 'person_request', was, set: { person_id: survivorId } }];
    if (was.own_person_id === absorbedId && was.person_id !== survivorId)
      return [{ table: 'person_request', was, set: { own_person_id: survivorId } }];
    return [];
  });
}

const columns: Record<keyof MergeChoices, string> = {
  name: 'full_name',
  birthYear: 'birth_year',
  phone: 'phone_print',
  address: 'address',
  languages: 'languages',
  keeperUnit: 'keeper_unit_id',
};

function chosen({ survivor, absorbed }: Women, choices: MergeChoices): Change[] {
  const taken = Object.entries(columns).filter(([field]) => choices[field as keyof MergeChoices] === 'absorbed');
  const { phone_print: print, ...set } = changed(
    survivor,
    Object.fromEntries(taken.map(([, column]) => [column, absorbed[column]])),
  );
  // the number itself is moved by the database (`app.change_rows`)
  if (print !== undefined) set.phone = { of: absorbed.id };
  return Object.keys(set).length > 0 ? [{ table: 'person', was: survivor, set }] : [];
}
