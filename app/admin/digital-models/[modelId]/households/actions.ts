'use server';

import { formAction } from '@/app/forms/form-action';
import {
  addHouseholdInput,
  addHouseholdsInput,
  createHouseholdInput,
  editHouseholdInput,
} from '@/domain/digital-models/households/household';
import * as householdCommands from '@/domain/digital-models/households/household-commands';
import * as householdManyCommands from '@/domain/digital-models/households/household-many-commands';
import { endInput } from '@/domain/digital-models/people/model-people';

const sheetOf = (id: string, said: string) => `/admin/digital-models/${id}/households?said=${said}`;

export const createHousehold = formAction(createHouseholdInput, householdCommands.createHousehold, ({ id }) => ({
  to: sheetOf(id, 'household-created'),
}));

export const addHouseholds = formAction(addHouseholdsInput, householdManyCommands.addHouseholds, ({ id }) => ({
  to: sheetOf(id, 'households-added'),
}));

export const addHousehold = formAction(addHouseholdInput, householdCommands.addHousehold, ({ id }) => ({
  to: sheetOf(id, 'household-added'),
}));

export const editHousehold = formAction(editHouseholdInput, householdCommands.editHousehold, ({ id }) => ({
  to: sheetOf(id, 'household-edited'),
}));

export const endHousehold = formAction(endInput, householdCommands.endHousehold, ({ id }) => ({
  to: sheetOf(id, 'household-left'),
}));
