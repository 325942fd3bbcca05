'use server';

import { formAction } from '@/app/form-action';
import { editHomeInput, joinHomeInput, newHomeInput, newHomesInput } from '@/domain/digital-models/household';
import { createHome, editHome, joinHome, leaveHome } from '@/domain/digital-models/household-commands';
import { createHomes } from '@/domain/digital-models/household-many-commands';
import { endInput } from '@/domain/digital-models/model-people';

const sheetOf = (id: string, said: string) => `/admin/digital-models/${id}/households?said=${said}`;

export const createHousehold = formAction(newHomeInput, createHome, ({ id }) => ({ to: sheetOf(id, 'home-created') }));

export const createHouseholds = formAction(newHomesInput, createHomes, ({ id }) => ({
  to: sheetOf(id, 'homes-created'),
}));

export const joinHousehold = formAction(joinHomeInput, joinHome, ({ id }) => ({ to: sheetOf(id, 'home-joined') }));

export const editHousehold = formAction(editHomeInput, editHome, ({ id }) => ({ to: sheetOf(id, 'home-edited') }));

export const leaveHousehold = formAction(endInput, leaveHome, ({ id }) => ({ to: sheetOf(id, 'home-left') }));
