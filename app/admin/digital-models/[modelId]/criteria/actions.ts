'use server';

import { formAction } from '@/app/forms/form-action';
import { meetInput, unmeetInput } from '@/domain/digital-models/criteria/criteria';
import * as judgeCommands from '@/domain/digital-models/criteria/judge-commands';
import { keepPicture } from '@/server/storage/pictures';

const pageOf = (id: string) => `/admin/digital-models/${id}/criteria?said=judged`;

export const meetCriterion = formAction(
  meetInput,
  (viewer, input) => judgeCommands.meetCriterion(viewer, input, keepPicture),
  ({ id }) => ({ to: pageOf(id) }),
);

export const unmeetCriterion = formAction(unmeetInput, judgeCommands.unmeetCriterion, ({ id }) => ({
  to: pageOf(id),
}));
