'use server';

import { formAction } from '@/app/forms/form-action';
import { articleDrops, forgetting } from '@/app/kept/drops';
import { draftInput, editInput, publishInput, withdrawInput } from '@/domain/articles/article';
import * as commands from '@/domain/articles/commands';
import * as publishCommands from '@/domain/articles/publish-commands';

const recordOf = (id: string, said: string) => `/admin/articles/${id}?said=${said}`;

export const draftArticle = formAction(draftInput, commands.draftArticle, ({ id }) => ({
  to: recordOf(id, 'drafted'),
}));

// Places, topics and source of a public article show at once, also when its text waits for being published.
export const editArticle = formAction(editInput, commands.editArticle, ({ id, shown }) => ({
  changed: articleDrops(shown),
  to: recordOf(id, 'edited'),
}));

export const publishArticle = formAction(publishInput, publishCommands.publishArticle, ({ id, shown }) => ({
  changed: articleDrops(shown),
  to: recordOf(id, 'published'),
}));

export const withdrawArticle = formAction(withdrawInput, publishCommands.withdrawArticle, ({ id, shown }) => ({
  changed: forgetting(articleDrops(shown)),
  to: recordOf(id, 'withdrawn'),
}));

export const moveArticle = formAction(publishInput, publishCommands.moveArticle, ({ id, shown }) => ({
  changed: articleDrops(shown),
  to: recordOf(id, 'moved'),
}));
