'use server';

import { formAction } from '@/app/forms/form-action';
import { articleDrops, forgetting } from '@/app/kept/drops';
import {
  chooseSubjectInput,
  removeSubjectInput,
  sayNamingInput,
} from '@/domain/articles/subject-person/subject-person';
import * as subjectPersonCommands from '@/domain/articles/subject-person/subject-person-commands';
import { subjectPersonPath } from '../../asked';

export const chooseSubjectPerson = formAction(
  chooseSubjectInput,
  subjectPersonCommands.chooseSubjectPerson,
  ({ id, shown, ended }) => ({
    ...(ended ? { changed: forgetting(articleDrops(shown)) } : {}),
    to: `${subjectPersonPath(id)}?said=${ended ? 'ended' : 'chosen'}`,
  }),
);

export const removeSubjectPerson = formAction(
  removeSubjectInput,
  subjectPersonCommands.removeSubjectPerson,
  ({ id }) => ({ to: `${subjectPersonPath(id)}?said=removed` }),
);

export const sayNaming = formAction(sayNamingInput, subjectPersonCommands.sayNaming, ({ id }) => ({
  to: `${subjectPersonPath(id)}?said=naming`,
}));
