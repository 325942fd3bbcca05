'use server';

import { formAction } from '@/app/forms/form-action';
import {
  arrangeInput,
  criterionInput,
  dropInput,
  moveInput,
  planInput,
} from '@/domain/digital-models/criteria/criteria';
import {
  arrangeCriterion as arrange,
  dropEdition as drop,
  moveEdition as move,
  planEdition as plan,
  saveCriterion as save,
} from '@/domain/digital-models/criteria/criteria-commands';
import type { ModelKind } from '@/domain/digital-models/digital-model';

const listOf = (kind: ModelKind, said: string) => `/admin/criteria/${kind}?said=${said}#planned`;

export const planEdition = formAction(planInput, plan, ({ kind }) => ({ to: listOf(kind, 'planned') }));

export const moveEdition = formAction(moveInput, move, ({ kind }) => ({ to: listOf(kind, 'moved') }));

export const dropEdition = formAction(dropInput, drop, ({ kind }) => ({ to: listOf(kind, 'dropped') }));

export const saveCriterion = formAction(criterionInput, save, ({ kind }) => ({ to: listOf(kind, 'saved') }));

export const arrangeCriterion = formAction(arrangeInput, arrange, ({ kind }) => ({ to: listOf(kind, 'saved') }));
