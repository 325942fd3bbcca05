'use server';

import { formAction } from '@/app/forms/form-action';
import { seenInput } from '@/domain/condition/alarms/alarm';
import * as alarmCommands from '@/domain/condition/alarms/alarm-commands';

export const seeToAlarm = formAction(seenInput, alarmCommands.seeToAlarm, () => ({ to: '/admin/condition?said=seen' }));
