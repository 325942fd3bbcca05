'use server';

import { formAction } from '@/app/forms/form-action';
import { createCourse as create, editCourse as edit, retireCourse as retire } from '@/domain/courses/commands';
import {
  addFileInput,
  addLinkInput,
  createCourseInput,
  editCourseInput,
  removeMaterialInput,
  retireCourseInput,
} from '@/domain/courses/course';
import { addFile, addLink, removeMaterial as remove } from '@/domain/courses/material-commands';
import { setNeededSkillsInput } from '@/domain/courses/skill';
import { setNeededSkills as setSkills } from '@/domain/courses/skill-commands';
import { keepMaterial } from '@/server/storage/documents';

/** Public pages name courses and what they hand out. */
const after = (id: string, said: string) => ({
  changed: ['trainings' as const],
  to: `/admin/courses/${id}?said=${said}`,
});

export const createCourse = formAction(createCourseInput, create, ({ id }) => after(id, 'created'));
export const editCourse = formAction(editCourseInput, edit, ({ id }) => after(id, 'saved'));
export const retireCourse = formAction(retireCourseInput, retire, ({ id }, { step }) => after(id, `${step}d`));
export const addMaterialLink = formAction(addLinkInput, addLink, ({ courseId }) => after(courseId, 'added'));
export const addMaterialFile = formAction(
  addFileInput,
  (viewer, input) => addFile(viewer, input, keepMaterial),
  ({ courseId }) => after(courseId, 'added'),
);
export const removeMaterial = formAction(removeMaterialInput, remove, ({ courseId }) => after(courseId, 'removed'));

export const setNeededSkills = formAction(setNeededSkillsInput, setSkills, () => ({
  to: '/admin/courses/skills?said=saved',
}));
