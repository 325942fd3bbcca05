'use server';

import { formAction } from '@/app/forms/form-action';
import { hintDrops } from '@/app/kept/drops';
import { endInput, membersInput } from '@/domain/digital-models/people/model-people';
import * as peopleCommands from '@/domain/digital-models/people/people-commands';

const pageOf = (id: string, said: string) => `/admin/digital-models/${id}/members?said=${said}`;

export const addModelMembers = formAction(membersInput, peopleCommands.addModelMembers, ({ id }) => ({
  changed: hintDrops({ modelId: id }),
  to: pageOf(id, 'members-added'),
}));

export const endModelMember = formAction(endInput, peopleCommands.endModelMember, ({ id }) => ({
  changed: hintDrops({ modelId: id }),
  to: pageOf(id, 'member-ended'),
}));
