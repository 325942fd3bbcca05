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

export const planCriteria = formAction(planInput, criteriaCommands.planCriteria, ({ kind }) => ({
  to: listOf(kind, 'planned'),
}));

export const moveCriteria = formAction(moveInput, criteriaCommands.moveCriteria, ({ kind }) => ({
  to: listOf(kind, 'moved'),
}));

export const dropCriteria = formAction(dropInput, criteriaCommands.dropCriteria, ({ kind }) => ({
  to: listOf(kind, 'dropped'),
}));

export const saveCriterion = formAction(criterionInput, criteriaCommands.saveCriterion, ({ kind }) => ({
  to: listOf(kind, 'saved'),
}));

export const arrangeCriteria = formAction(arrangeInput, criteriaCommands.arrangeCriteria, ({ kind }) => ({
  to: listOf(kind, 'saved'),
}));
