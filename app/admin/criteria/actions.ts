'use server';

import { formAction } from '@/app/forms/form-action';
import {
  arrangeInput,
  criterionInput,
  dropInput,
  moveInput,
  planInput,
} from '@/domain/digital-models/criteria/criteria';
import * as criteriaCommands from '@/domain/digital-models/criteria/criteria-commands';
import type { ModelKind } from '@/domain/digital-models/digital-model';

const listOf = (kind: ModelKind, said: string) => `/admin/criteria/${kind}?said=${said}#planned`;

export const planEdition = formAction(planInput, criteriaCommands.planEdition, ({ kind }) => ({
  to: listOf(kind, 'planned'),
}));

export const moveEdition = formAction(moveInput, criteriaCommands.moveEdition, ({ kind }) => ({
  to: listOf(kind, 'moved'),
}));

export const dropEdition = formAction(dropInput, criteriaCommands.dropEdition, ({ kind }) => ({
  to: listOf(kind, 'dropped'),
}));

export const saveCriterion = formAction(criterionInput, criteriaCommands.saveCriterion, ({ kind }) => ({
  to: listOf(kind, 'saved'),
}));

export const arrangeCriterion = formAction(arrangeInput, criteriaCommands.arrangeCriterion, ({ kind }) => ({
  to: listOf(kind, 'saved'),
}));
