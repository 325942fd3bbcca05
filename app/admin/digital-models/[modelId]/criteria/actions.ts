'use server';

import { formAction } from '@/app/form-action';
import { meetInput, unmeetInput } from '@/domain/digital-models/criteria';
import { meetCriterion as meet, unmeetCriterion as unmeet } from '@/domain/digital-models/judge-commands';
import { keepPicture } from '@/server/storage/pictures';
import { spoken } from '../../spoken';

const sheetOf = (id: string) => `/admin/digital-models/${id}/criteria?said=judged`;

export const meetCriterion = formAction(
  meetInput,
  async (viewer, input) => spoken(await meet(viewer, input, keepPicture)),
  ({ id }) => ({ to: sheetOf(id) }),
);

export const unmeetCriterion = formAction(
  unmeetInput,
  async (viewer, input) => spoken(await unmeet(viewer, input)),
  ({ id }) => ({ to: sheetOf(id) }),
);
