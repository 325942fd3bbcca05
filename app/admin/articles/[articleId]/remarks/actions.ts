'use server';

import { formAction } from '@/app/forms/form-action';
import { remarkInput, resolveInput } from '@/domain/newsroom/remarks/remark';
import * as remarkCommands from '@/domain/newsroom/remarks/remark-commands';
import { remarkSaid } from '../../asked';

export const remarkOnArticle = formAction(remarkInput, remarkCommands.remarkOnArticle, (remarked) => ({
  to: remarkSaid({ ...remarked, id: remarked.articleId }, 'remarked', `doan-${remarked.passage}`),
}));

export const resolveRemark = formAction(resolveInput, remarkCommands.resolveRemark, (resolved) => ({
  to: remarkSaid(resolved, 'resolved', 'preview'),
}));
