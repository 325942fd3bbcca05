'use server';

import { formAction } from '@/app/forms/form-action';
import {
  addHouseholdInput,
  addHouseholdsInput,
  createHouseholdInput,
  editHouseholdInput,
} from '@/domain/digital-models/households/household';
import * as households from '@/domain/digital-models/households/household-commands';
import * as several from '@/domain/digital-models/households/household-many-commands';
import { endInput } from '@/domain/digital-models/people/model-people';

const sheetOf = (id: string, said: string) => `/admin/digital-models/${id}/households?said=${said}`;

export const createHousehold = formAction(createHouseholdInput, households.createHousehold, ({ id }) => ({
  to: sheetOf(id, 'household-created'),
}));

export const addHouseholds = formAction(addHouseholdsInput, several.addHouseholds, ({ id }) => ({
  to: sheetOf(id, 'households-added'),
}));

export const addHousehold = formAction(addHouseholdInput, households.addHousehold, ({ id }) => ({
  to: sheetOf(id, 'household-added'),
}));

export const editHousehold = formAction(editHouseholdInput, households.editHousehold, ({ id }) => ({
  to: sheetOf(id, 'household-edited'),
}));

export const endHousehold = formAction(endInput, households.endHousehold, ({ id }) => ({
  to: sheetOf(id, 'household-left'),
}));
