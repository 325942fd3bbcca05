'use server';

import { formAction } from '@/app/form-action';
import { editHomeInput, joinHomeInput, newHomeInput, newHomesInput } from '@/domain/digital-models/household';
import { createHome, editHome, joinHome, leaveHome } from '@/domain/digital-models/household-commands';
import { createHomes } from '@/domain/digital-models/household-many-commands';
import { endInput } from '@/domain/digital-models/model-people';
import { spoken } from '../../spoken';

const sheetOf = (id: string, said: string) => `/admin/digital-models/${id}/households?said=${said}`;

export const createHousehold = formAction(
  newHomeInput,
  async (viewer, input) => spoken(await createHome(viewer, input)),
  ({ id }) => ({ to: sheetOf(id, 'home-created') }),
);

export const createHouseholds = formAction(
  newHomesInput,
  async (viewer, input) => spoken(await createHomes(viewer, input)),
  ({ id }) => ({ to: sheetOf(id, 'homes-created') }),
);

export const joinHousehold = formAction(
  joinHomeInput,
  async (viewer, input) => spoken(await joinHome(viewer, input)),
  ({ id }) => ({ to: sheetOf(id, 'home-joined') }),
);

export const editHousehold = formAction(
  editHomeInput,
  async (viewer, input) => spoken(await editHome(viewer, input)),
  ({ id }) => ({ to: sheetOf(id, 'home-edited') }),
);

export const leaveHousehold = formAction(
  endInput,
  async (viewer, input) => spoken(await leaveHome(viewer, input)),
  ({ id }) => ({ to: sheetOf(id, 'home-left') }),
);
