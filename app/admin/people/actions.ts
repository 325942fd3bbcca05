'use server';

import { formAction } from '@/app/forms/form-action';
import { figureDrops, forgetting, renamedDrops } from '@/app/kept/drops';
import * as duplicateCommands from '@/domain/people/duplicates/duplicate-commands';
import { notSameInput } from '@/domain/people/duplicates/not-same';
import * as editCommands from '@/domain/people/edit-commands';
import { endMembershipInput, moveMembershipInput, startMembershipInput } from '@/domain/people/memberships/membership';
import * as membershipCommands from '@/domain/people/memberships/membership-commands';
import { createNetworkInput, joinNetworkInput, leaveNetworkInput } from '@/domain/people/memberships/network';
import * as networkCommands from '@/domain/people/memberships/network-commands';
import { appointFields, endOfficeInput, openTermInput } from '@/domain/people/memberships/office';
import * as officeCommands from '@/domain/people/memberships/office-commands';
import * as phoneCommands from '@/domain/people/phones/phone-commands';
import { editPersonInput, newPersonInput, phoneAsked } from '@/domain/people/record';
import * as recordCommands from '@/domain/people/record-commands';
import { markSkillInput } from '@/domain/people/skills/skill';
import * as skillCommands from '@/domain/people/skills/skill-commands';
import { type Measured, measured, movedIn } from '../coverage/measured';

type Beside = Measured & { sharesPhone?: boolean; late?: boolean };

/** Her record, which says what was done and what is to be known of it. */
const recordOf = (id: string, said: string, { sharesPhone, late, moved }: Beside = {}) => ({
  to: `/admin/people/${id}?said=${said}${sharesPhone ? '&shared=1' : ''}${late ? '&late=1' : ''}${movedIn({ moved })}`,
});

/** Her pairs count while she is a member. */
const guidedBy = ({ personId }: { personId: string }) => ({ personId });

export const recordPerson = formAction(newPersonInput, recordCommands.recordPerson, ({ id, ...beside }) =>
  recordOf(id, 'recorded', beside),
);

export const editPerson = formAction(editPersonInput, editCommands.editPerson, ({ id, renamed, sharesPhone }) => ({
  ...(renamed && { changed: forgetting(renamedDrops(id)) }),
  ...recordOf(id, 'edited', { sharesPhone }),
}));

export const seePhone = formAction(phoneAsked, phoneCommands.seePhone, ({ phone }) => ({ said: { phone } }));

export const startMembership = formAction(
  startMembershipInput,
  measured(membershipCommands.startMembership, guidedBy),
  ({ id, ...beside }) => ({ changed: figureDrops({ personId: id }), ...recordOf(id, 'started', beside) }),
);

export const endMembership = formAction(
  endMembershipInput,
  measured(membershipCommands.endMembership, guidedBy),
  ({ id, kept, moved }) => ({
    changed: figureDrops({ personId: id }),
    ...(kept ? recordOf(id, 'ended', { moved }) : { to: '/admin/people?said=ended' }),
  }),
);

export const moveMembership = formAction(
  moveMembershipInput,
  measured(membershipCommands.moveMembership, guidedBy),
  ({ id, moved }) => ({ changed: figureDrops({ personId: id }), ...recordOf(id, 'moved', { moved }) }),
);

export const appoint = formAction(
  appointFields,
  (viewer, { office, ...input }) => officeCommands.appoint(viewer, { ...input, ...office }),
  ({ id }) => recordOf(id, 'appointed'),
);

export const endOffice = formAction(endOfficeInput, officeCommands.endOffice, ({ id }) => recordOf(id, 'officeEnded'));

export const openTerm = formAction(openTermInput, officeCommands.openTerm, (_, { personId }) => ({
  to: `/admin/people/${personId}/offices?said=termOpened`,
}));

export const createNetwork = formAction(createNetworkInput, networkCommands.createNetwork, ({ id }) =>
  recordOf(id, 'networked'),
);

export const joinNetwork = formAction(joinNetworkInput, networkCommands.joinNetwork, ({ id }) =>
  recordOf(id, 'networked'),
);

export const leaveNetwork = formAction(leaveNetworkInput, networkCommands.leaveNetwork, ({ id }) =>
  recordOf(id, 'left'),
);

export const markSkill = formAction(markSkillInput, skillCommands.markSkill, ({ id }) => recordOf(id, 'marked'));

export const sayNotSame = formAction(notSameInput, duplicateCommands.sayNotSame, () => ({
  to: '/admin/people/duplicates?said=notSame',
}));
