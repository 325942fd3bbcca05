'use server';

import { formAction } from '@/app/forms/form-action';
import { articleDrops } from '@/app/kept/drops';
import { draftInput, editInput } from '@/domain/articles/article';
import * as commands from '@/domain/articles/commands';
import { recordOf } from './asked';

export const draftArticle = formAction(draftInput, commands.draftArticle, ({ id }) => ({
  to: recordOf(id, 'drafted'),
}));

// Places, topics and source of a public article show at once, also when its text waits for being published.
export const editArticle = formAction(editInput, commands.editArticle, ({ id, shown }) => ({
  changed: articleDrops(shown),
  to: recordOf(id, 'edited'),
}));
