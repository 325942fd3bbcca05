'use server';

import { formAction } from '@/app/forms/form-action';
import { announceCallInput, withdrawCallInput } from '@/domain/calls/call';
import * as commands from '@/domain/calls/commands';

const list = (said: string) => `/admin/trainings/calls?said=${said}`;

export const announceCall = formAction(announceCallInput, commands.announceCall, () => ({ to: list('announced') }));
export const withdrawCall = formAction(withdrawCallInput, commands.withdrawCall, () => ({ to: list('withdrawn') }));
