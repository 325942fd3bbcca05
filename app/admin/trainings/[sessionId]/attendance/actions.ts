'use server';

import { formAction } from '@/app/forms/form-action';
import { reviewInput, revokeInput, settleInput } from '@/domain/attendance/attendance';
import * as deviceCommands from '@/domain/attendance/phone/device-commands';
import { paperInput } from '@/domain/attendance/register/paper';
import * as paperCommands from '@/domain/attendance/register/paper-commands';
import * as settleCommands from '@/domain/attendance/register/settle-commands';
import { uniteInput } from '@/domain/attendance/roster/twin';
import * as uniteCommands from '@/domain/attendance/roster/unite-commands';

const registerOf = (id: string, said: string) => `/admin/trainings/${id}/attendance?said=${said}`;

export const settleAttendance = formAction(settleInput, settleCommands.settleAttendance, ({ id }) => ({
  to: registerOf(id, 'settled'),
}));

export const uniteLines = formAction(uniteInput, uniteCommands.uniteLines, ({ id }) => ({
  to: registerOf(id, 'united'),
}));

export const reviewAttendance = formAction(reviewInput, settleCommands.reviewAttendance, ({ id }, { decision }) => ({
  to: registerOf(id, decision === 'accept' ? 'accepted' : 'refused'),
}));

export const revokePhone = formAction(revokeInput, deviceCommands.revokePhone, ({ id }) => ({
  to: registerOf(id, 'revoked'),
}));

export const recordPaper = formAction(paperInput, paperCommands.recordPaper, ({ id, held }) => ({
  to: registerOf(id, held ? 'paper-held' : 'paper'),
}));
