'use server';

import { formAction } from '@/app/forms/form-action';
import { endInput, membersInput } from '@/domain/digital-models/people/model-people';
import * as peopleCommands from '@/domain/digital-models/people/people-commands';

const pageOf = (id: string, said: string) => `/admin/digital-models/${id}/members?said=${said}`;

export const addModelMembers = formAction(membersInput, peopleCommands.addModelMembers, ({ id }) => ({
  to: pageOf(id, 'members-added'),
}));

export const endModelMember = formAction(endInput, peopleCommands.endModelMember, ({ id }) => ({
  to: pageOf(id, 'member-ended'),
}));
