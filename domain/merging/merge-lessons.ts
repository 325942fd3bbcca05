import type { Change, PersonRows, Row } from './merge-tables';

/**
 * Lessons go along with her. Where she stands in one already, as who taught or who learned, the other name stays at the absorbed record:
 * nobody learns twice in a lesson or teaches herself, and how many learned is what it was.
 */
export function planLessons(
  { peer_lesson, peer_learner }: PersonRows,
  survivorId: string,
  absorbedId: string,
): Change[] {
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
