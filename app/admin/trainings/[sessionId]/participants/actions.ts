'use server';

import { formAction } from '@/app/form-action';
import {
  enrolMembers as enrol,
  removeEnrolment as remove,
  seeParticipantPhone as see,
} from '@/domain/enrolments/enrol-commands';
import { enrolMembersInput, enrolmentAsked } from '@/domain/enrolments/enrolment';

export const enrolMembers = formAction(enrolMembersInput, enrol, ({ sessionId, unitId, ...counts }) => {
  const said = { said: 'enrolled', unit: unitId, ...counts };
  const query = new URLSearchParams(Object.entries(said).map(([name, value]) => [name, String(value)]));
  return { seatsOf: sessionId, to: `/admin/trainings/${sessionId}/enrol?${query}` };
});

export const removeEnrolment = formAction(enrolmentAsked, remove, ({ sessionId }) => ({
  seatsOf: sessionId,
  to: `/admin/trainings/${sessionId}/participants?said=removed`,
}));

export const removeOwnMember = formAction(enrolmentAsked, remove, ({ sessionId }) => ({
  seatsOf: sessionId,
  to: `/admin/trainings/${sessionId}/enrol?said=removed`,
}));

export const seeParticipantPhone = formAction(enrolmentAsked, see, ({ phone }) => ({ said: { phone } }));
