'use server';

import { formAction } from '@/app/forms/form-action';
import * as commands from '@/domain/member-cards/commands';
import { endCardInput, handOverCardInput, makeCardInput } from '@/domain/member-cards/member-card';

const page = (personId: string, said: string) => ({ to: `/admin/people/${personId}/member-card?said=${said}` });

export const makeMemberCard = formAction(makeCardInput, commands.makeMemberCard, ({ personId }) =>
  page(personId, 'made'),
);

export const handOverMemberCard = formAction(handOverCardInput, commands.handOverMemberCard, ({ personId }) =>
  page(personId, 'handedOver'),
);

export const endMemberCard = formAction(endCardInput, commands.endMemberCard, ({ personId }) =>
  page(personId, 'ended'),
);
