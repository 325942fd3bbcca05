import { expect, test } from 'vitest';
import { lessonOf, pairOf, readTaps } from './taps';

const [teacher, learner, third] = ['a', 'b', 'c'].map(
  (letter) => `${letter.repeat(8)}-0000-4000-8000-000000000000`,
) as [string, string, string];
const at = { id: 'id', unitId: 'unit', today: '2026-11-28' } as const;
const taps = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
};

test('three taps are a lesson: topic, a pair, how long', () => {
  const form = taps({ topicId: 'topic', who: pairOf(teacher, learner), women: '1', minutes: '30' });
  expect(readTaps(form, at)).toEqual({
    id: 'id',
    unitId: 'unit',
    day: '2026-11-28',
    topicId: 'topic',
    minutes: 30,
    women: 1,
    teacherId: teacher,
    learnerIds: [learner],
  });
});

test('what was typed counts before what was tapped, and who is named is among those who learned', () => {
  const form = taps({
    topicId: 't',
    women: '2',
    moreWomen: '12',
    minutes: '15',
    otherMinutes: '40',
    day: '27/11/2026',
  });
  expect(readTaps(form, at)).toMatchObject({ minutes: 40, women: 12, day: '2026-11-27', learnerIds: [] });
  const said = { ...at, day: at.today, topicId: 't', moreWomen: undefined, otherMinutes: undefined, minutes: '15' };
  const named = lessonOf({ ...said, who: teacher, women: 1, learnerIds: [learner, third, teacher] });
  expect(named).toMatchObject({ women: 2, learnerIds: [learner, third] });
});

test('what is missing or cannot be is said by its field', () => {
  expect(readTaps(taps({ minutes: '30' }), at)).toEqual({ wrong: { topicId: ['required'] } });
  const form = taps({ topicId: 't', minutes: 'other', moreWomen: 'ba', day: '29/11/2026' });
  expect(readTaps(form, at)).toEqual({
    wrong: { moreWomen: ['not-a-number'], day: ['day-to-come'], otherMinutes: ['required'] },
  });
});
