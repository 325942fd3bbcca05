'use server';

import { z } from 'zod';
import { formAction } from '@/app/forms/form-action';
import { lessonDrops } from '@/app/kept/drops';
import * as commands from '@/domain/peer-lessons/commands';
import { lessonFormInput } from '@/domain/peer-lessons/lesson-form';
import { correctLessonInput, takeBackLessonInput } from '@/domain/peer-lessons/peer-lesson';
import { lessonOf } from '@/domain/peer-lessons/taps';

const noteAgain = (unitId: string, said: string, lesson = '') =>
  `/admin/peer-lessons/new?unit=${unitId}&said=${said}${lesson && `&lesson=${lesson}`}`;

/** Stays where the next one is noted, and says what this one moved. */
export const notePeerLesson = formAction(
  lessonFormInput,
  (viewer, said) => commands.recordPeerLesson(viewer, lessonOf(said)),
  ({ id, unitId }) => ({ changed: lessonDrops, to: noteAgain(unitId, 'noted', id) }),
);

export const correctPeerLesson = formAction(correctLessonInput, commands.correctPeerLesson, ({ id }) => ({
  changed: lessonDrops,
  to: `/admin/peer-lessons/${id}?said=corrected`,
}));

export const takeBackPeerLesson = formAction(
  takeBackLessonInput.extend({ from: z.literal('new').optional() }),
  commands.takeBackPeerLesson,
  ({ id, unitId }, { from }) => ({
    changed: lessonDrops,
    to: from ? noteAgain(unitId, 'taken-back') : `/admin/peer-lessons/${id}?said=taken-back`,
  }),
);
