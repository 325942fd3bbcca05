'use server';

import type { Tag } from '@/app/cache-tags';
import { formAction } from '@/app/forms/form-action';
import { sayNotSame as say } from '@/domain/people/duplicates/duplicate-commands';
import { notSameInput } from '@/domain/people/duplicates/not-same';
import { editPerson as edit } from '@/domain/people/edit-commands';
import { endMembershipInput, moveMembershipInput, startMembershipInput } from '@/domain/people/memberships/membership';
import {
  endMembership as end,
  moveMembership as move,
  startMembership as start,
} from '@/domain/people/memberships/membership-commands';
import { createNetworkInput, joinNetworkInput, leaveNetworkInput } from '@/domain/people/memberships/network';
import {
  createNetwork as create,
  joinNetwork as join,
  leaveNetwork as leave,
} from '@/domain/people/memberships/network-commands';
import { appointFields, endOfficeInput, openTermInput } from '@/domain/people/memberships/office';
import { endOffice as endOne, appoint as give, openTerm as open } from '@/domain/people/memberships/office-commands';
import { seePhone as see } from '@/domain/people/phones/phone-commands';
import { editPersonInput, newPersonInput, phoneAsked } from '@/domain/people/record';
import { recordPerson as write } from '@/domain/people/record-commands';
import { markSkillInput } from '@/domain/people/skills/skill';
import { markSkill as mark } from '@/domain/people/skills/skill-commands';

/** A guide's days of membership count in the figures of coverage. */
const counted: Tag[] = ['pairs', 'coverage', 'units'];
const recordOf = (id: string, said: string) => ({ to: `/admin/people/${id}?said=${said}` });

export const recordPerson = formAction(newPersonInput, write, ({ id, sharesPhone }) =>
  recordOf(id, sharesPhone ? 'recorded&shared=1' : 'recorded'),
);

export const editPerson = formAction(editPersonInput, edit, ({ id, sharesPhone }) =>
  recordOf(id, sharesPhone ? 'edited&shared=1' : 'edited'),
);

export const seePhone = formAction(phoneAsked, see, ({ phone }) => ({ said: { phone } }));

export const startMembership = formAction(startMembershipInput, start, ({ id }) => ({
  changed: counted,
  ...recordOf(id, 'started'),
}));

export const endMembership = formAction(endMembershipInput, end, ({ id, kept }) => ({
  changed: counted,
  ...(kept ? recordOf(id, 'ended') : { to: '/admin/people?said=ended' }),
}));

export const moveMembership = formAction(moveMembershipInput, move, ({ id }) => ({
  changed: counted,
  ...recordOf(id, 'moved'),
}));

export const appoint = formAction(
  appointFields,
  (viewer, { office, ...input }) => give(viewer, { ...input, ...office }),
  ({ id }) => recordOf(id, 'appointed'),
);

export const endOffice = formAction(endOfficeInput, endOne, ({ id }) => recordOf(id, 'officeEnded'));

export const openTerm = formAction(openTermInput, open, (_, { personId }) => ({
  to: `/admin/people/${personId}/offices?said=termOpened`,
}));

export const createNetwork = formAction(createNetworkInput, create, ({ id }) => recordOf(id, 'networked'));

export const joinNetwork = formAction(joinNetworkInput, join, ({ id }) => recordOf(id, 'networked'));

export const leaveNetwork = formAction(leaveNetworkInput, leave, ({ id }) => recordOf(id, 'left'));

export const markSkill = formAction(markSkillInput, mark, ({ id }) => recordOf(id, 'marked'));

export const sayNotSame = formAction(notSameInput, say, () => ({ to: '/admin/people/duplicates?said=notSame' }));
