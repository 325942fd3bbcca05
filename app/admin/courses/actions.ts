'use server';

import { formAction } from '@/app/forms/form-action';
import { courseDrops } from '@/app/kept/drops';
import * as commands from '@/domain/courses/commands';
import {
  addFileInput,
  addLinkInput,
  createCourseInput,
  editCourseInput,
  removeMaterialInput,
  retireCourseInput,
} from '@/domain/courses/course';
import * as materialCommands from '@/domain/courses/material-commands';
import { setNeededSkillsInput } from '@/domain/courses/skill';
import * as skillCommands from '@/domain/courses/skill-commands';
import { keepMaterial } from '@/server/storage/documents';

/** Public pages name courses and what they hand out. */
const after = (id: string, said: string) => ({
  changed: courseDrops,
  to: `/admin/courses/${id}?said=${said}`,
});

export const createCourse = formAction(createCourseInput, commands.createCourse, ({ id }) => after(id, 'created'));
export const editCourse = formAction(editCourseInput, commands.editCourse, ({ id }) => after(id, 'saved'));
export const retireCourse = formAction(retireCourseInput, commands.retireCourse, ({ id }, { step }) =>
  after(id, `${step}d`),
);
export const addMaterialLink = formAction(addLinkInput, materialCommands.addLink, ({ courseId }) =>
  after(courseId, 'added'),
);
export const addMaterialFile = formAction(
  addFileInput,
  (viewer, input) => materialCommands.addFile(viewer, input, keepMaterial),
  ({ courseId }) => after(courseId, 'added'),
);
export const removeMaterial = formAction(removeMaterialInput, materialCommands.removeMaterial, ({ courseId }) =>
  after(courseId, 'removed'),
);

export const setNeededSkills = formAction(setNeededSkillsInput, skillCommands.setNeededSkills, () => ({
  to: '/admin/courses/skills?said=saved',
}));
