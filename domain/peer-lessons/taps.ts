import type { Day } from '@/domain/days/day';
import { readDay } from '@/domain/days/day-spelling';

/** Lengths that stand there to be tapped. */
export const usualMinutes = [15, 30, 60] as const;
/** How many learned, to be tapped. */
export const usualWomen = [1, 2, 3, 4, 5] as const;

export const WOMEN_MAX = 200;
export const MINUTES_MAX = 600;
/** So many can be named of those who learned. */
export const NAMED_MAX = 20;

/** A lesson as it is noted, and as the three taps say it. */
type Lesson = {
  id: string;
  unitId: string;
  day: Day;
  topicId: string;
  minutes: number;
  women: number;
  learnerIds: string[];
  teacherId?: string | undefined;
};
type Tapped = Omit<Lesson, 'minutes' | 'teacherId'> & {
  who: string;
  minutes: string;
  moreWomen?: number | undefined;
  otherMinutes?: number | undefined;
};

/** Who taught whom, as one tap on a pair says it. */
export const pairOf = (teacherId: string, learnerId: string) => `${teacherId}.${learnerId}`;

/** Women who are named are among those who learned. */
export const womenOf = ({ women, learnerIds }: Pick<Lesson, 'women' | 'learnerIds'>) =>
  Math.max(women, new Set(learnerIds).size);

/** What was tapped, as a lesson. A number that was typed counts before one that was tapped. */
export function lessonOf({ who, moreWomen, otherMinutes, ...said }: Tapped): Lesson {
  const [teacherId, learnerId] = who.split('.');
  const named = [...new Set([...(learnerId ? [learnerId] : []), ...said.learnerIds])];
  const learnerIds = named.filter((id) => id !== teacherId);
  return {
    id: said.id,
    unitId: said.unitId,
    day: said.day,
    topicId: said.topicId,
    minutes: otherMinutes ?? Number(said.minutes),
    women: womenOf({ women: moreWomen ?? said.women, learnerIds }),
    learnerIds,
    ...(teacherId ? { teacherId } : {}),
  };
}

type Wrong = Record<string, string[]>;

/** The same on a phone, which has only what was tapped: a lesson, or what is wrong with which field. */
export function readTaps(form: FormData, at: { id: string; unitId: string; today: Day }): Lesson | { wrong: Wrong } {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const wrong: Wrong = {};
  const count = (name: string, most: number) => {
    const typed = text(name);
    if (typed === '') return undefined;
    const number = Number(typed);
    if (!/^\d+$/.test(typed)) wrong[name] = ['not-a-number'];
    else if (number < 1 || number > most) wrong[name] = [number < 1 ? 'too-small' : 'too-large'];
    return number;
  };
  const day = readDay(text('day') || at.today);
  const otherMinutes = count('otherMinutes', MINUTES_MAX);
  const moreWomen = count('moreWomen', WOMEN_MAX);
  if (!text('topicId')) wrong.topicId = ['required'];
  if (!day.ok) wrong.day = [day.problem];
  else if (day.value > at.today) wrong.day = ['day-to-come'];
  if (text('minutes') === 'other' && otherMinutes === undefined) wrong.otherMinutes = ['required'];
  if (Object.keys(wrong).length > 0 || !day.ok) return { wrong };
  return lessonOf({
    id: at.id,
    unitId: at.unitId,
    day: day.value,
    topicId: text('topicId'),
    who: text('who'),
    women: Number(text('women') || 1),
    moreWomen,
    otherMinutes,
    learnerIds: form.getAll('learnerIds[]').map(String),
    minutes: text('minutes'),
  });
}
