'use server';

import { formAction } from '@/app/form-action';
import { endInput, membersInput } from '@/domain/digital-models/model-people';
import { addMembers, endMember } from '@/domain/digital-models/people-commands';
import { spoken } from '../../spoken';

const sheetOf = (id: string, said: string) => `/admin/digital-models/${id}/members?said=${said}`;

export const addModelMembers = formAction(
  membersInput,
  async (viewer, input) => spoken(await addMembers(viewer, input)),
  ({ id }) => ({ to: sheetOf(id, 'members-added') }),
);

export const endModelMember = formAction(
  endInput,
  async (viewer, input) => spoken(await endMember(viewer, input)),
  ({ id }) => ({ to: sheetOf(id, 'member-ended') }),
);
