'use server';

import { formAction } from '@/app/forms/form-action';
import { draftInput, editInput, publishInput, withdrawInput } from '@/domain/articles/article';
import { draftArticle as draft, editArticle as edit } from '@/domain/articles/commands';
import {
  moveArticle as move,
  publishArticle as publish,
  withdrawArticle as withdraw,
} from '@/domain/articles/publish-commands';

const recordOf = (id: string, said: string) => `/admin/articles/${id}?said=${said}`;

export const draftArticle = formAction(draftInput, draft, ({ id }) => ({ to: recordOf(id, 'drafted') }));

// Places, topics and source of a public article show at once, also when its text waits for being published.
export const editArticle = formAction(editInput, edit, ({ id }) => ({
  changed: ['articles'],
  to: recordOf(id, 'edited'),
}));

export const publishArticle = formAction(publishInput, publish, ({ id }) => ({
  changed: ['articles'],
  to: recordOf(id, 'published'),
}));

export const withdrawArticle = formAction(withdrawInput, withdraw, ({ id }) => ({
  changed: ['articles', 'still:forget'],
  to: recordOf(id, 'withdrawn'),
}));

export const moveArticle = formAction(publishInput, move, ({ id }) => ({
  changed: ['articles'],
  to: recordOf(id, 'moved'),
}));
