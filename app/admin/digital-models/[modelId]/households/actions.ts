'use server';

import { formAction } from '@/app/forms/form-action';
import { figureDrops } from '@/app/kept/drops';
import {
  addHouseholdInput,
  addHouseholdsInput,
  createHouseholdInput,
  editHouseholdInput,
} from '@/domain/digital-models/households/household';
import * as householdCommands from '@/domain/digital-models/households/household-commands';
import * as householdManyCommands from '@/domain/digital-models/households/household-many-commands';
import { endInput } from '@/domain/digital-models/people/model-people';

const pageOf = (id: string, said: string) => `/admin/digital-models/${id}/households?said=${said}`;

export const createHousehold = formAction(createHouseholdInput, householdCommands.createHousehold, ({ id }) => ({
  changed: figureDrops({ modelId: id }),
  to: pageOf(id, 'household-created'),
}));

export const addHouseholds = formAction(addHouseholdsInput, householdManyCommands.addHouseholds, ({ id }) => ({
  changed: figureDrops({ modelId: id }),
  to: pageOf(id, 'households-added'),
}));

export const addHousehold = formAction(addHouseholdInput, householdCommands.addHousehold, ({ id }) => ({
  changed: figureDrops({ modelId: id }),
  to: pageOf(id, 'household-added'),
}));

export const editHousehold = formAction(editHouseholdInput, householdCommands.editHousehold, ({ id }) => ({
  to: pageOf(id, 'household-edited'),
}));

export const endHousehold = formAction(endInput, householdCommands.endHousehold, ({ id }) => ({
  changed: figureDrops({ modelId: id }),
  to: pageOf(id, 'household-left'),
}));
