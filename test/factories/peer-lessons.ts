import { createSkill } from './trainings';
import { type Database, FIRST_DAY, type Made, newId, type Row, write } from './write';

type Lesson = {
  on?: string;
  topic?: Made;
  minutes?: number;
  women?: number;
  teacher?: Made;
  learners?: readonly Made[];
  by?: Made;
};

/** Half an hour in which one woman of a unit taught another. */
export async function createLesson(
  database: Database,
  unit: Made,
  { on = FIRST_DAY, topic, minutes = 30, women, teacher, learners = [], by }: Lesson = {},
): Promise<Made> {
  const id = newId();
  const { id: topicId } = topic ?? (await createSkill(database, { campaignTopic: true }));
  const lesson = {
    id,
    unit_id: unit.id,
    on_day: on,
    topic_id: topicId,
    minutes,
    women: women ?? Math.max(1, learners.length),
    teacher_id: teacher?.id,
    recorded_by_id: by?.id,
    created_at: `${on}T05:00:00Z`,
    demo: false,
    version: 1,
  };
  const rows: Row[] = learners.map((person) => ['peer_learner', { id: newId(), lesson_id: id, person_id: person.id }]);
  await write(database, [['peer_lesson', lesson], ...rows]);
  return { id };
}
