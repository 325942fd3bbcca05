'use server';

import { formAction } from '@/app/forms/form-action';
import { reviewInput, revokeInput, settleInput } from '@/domain/attendance/attendance';
import { revokePhone as revoke } from '@/domain/attendance/phone/device-commands';
import { paperInput } from '@/domain/attendance/register/paper';
import { recordPaper as type } from '@/domain/attendance/register/paper-commands';
import { reviewAttendance as review, settleAttendance as settle } from '@/domain/attendance/register/settle-commands';
import { uniteInput } from '@/domain/attendance/roster/twin';
import { uniteLines as unite } from '@/domain/attendance/roster/unite-commands';

const registerOf = (id: string, said: string) => `/admin/trainings/${id}/attendance?said=${said}`;

export const settleAttendance = formAction(settleInput, settle, ({ id }) => ({ to: registerOf(id, 'settled') }));

export const uniteLines = formAction(uniteInput, unite, ({ id }) => ({ to: registerOf(id, 'united') }));

export const reviewAttendance = formAction(reviewInput, review, ({ id }, { decision }) => ({
  to: registerOf(id, decision === 'accept' ? 'accepted' : 'refused'),
}));

export const revokePhone = formAction(revokeInput, revoke, ({ id }) => ({ to: registerOf(id, 'revoked') }));

export const recordPaper = formAction(paperInput, type, ({ id, held }) => ({
  to: registerOf(id, held ? 'paper-held' : 'paper'),
}));
