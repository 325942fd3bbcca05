'use server';

import { z } from 'zod';
import { formAction } from '@/app/forms/form-action';
import * as enrolCommands from '@/domain/enrolments/enrol-commands';
import { enrolMembersInput, enrolmentAsked } from '@/domain/enrolments/enrolment';
import { inviteWaitingInput } from '@/domain/enrolments/topic-waits/topic-wait';
import * as topicWaitCommands from '@/domain/enrolments/topic-waits/topic-wait-commands';

export const enrolMembers = formAction(
  enrolMembersInput,
  enrolCommands.enrolMembers,
  ({ sessionId, unitId, ...counts }) => {
    const said = { said: 'enrolled', unit: unitId, ...counts };
    const query = new URLSearchParams(Object.entries(said).map(([name, value]) => [name, String(value)]));
    return { seatsOf: sessionId, to: `/admin/trainings/${sessionId}/enrol?${query}` };
  },
);

/** The page where she goes on: the list of the session, or her own members' part of it. */
const changedInput = enrolmentAsked.extend({ from: z.enum(['participants', 'enrol']) });
const backTo = (said: string) => {
  return ({ sessionId }: { sessionId: string }, { from }: z.output<typeof changedInput>) => ({
    seatsOf: sessionId,
    to: `/admin/trainings/${sessionId}/${from}?said=${said}`,
  });
};

export const removeEnrolment = formAction(changedInput, enrolCommands.removeEnrolment, backTo('removed'));

export const acceptOffer = formAction(changedInput, enrolCommands.acceptOffer, backTo('accepted'));

export const inviteWaiting = formAction(
  inviteWaitingInput,
  topicWaitCommands.inviteWaiting,
  ({ sessionId, invited }) => ({
    seatsOf: sessionId,
    to: `/admin/trainings/${sessionId}/participants?said=invited&count=${invited}`,
  }),
);

export const seeParticipantPhone = formAction(enrolmentAsked, enrolCommands.seeParticipantPhone, ({ phone }) => ({
  said: { phone },
}));
