'use server';

import { formAction } from '@/app/forms/form-action';
import { announceCallInput, withdrawCallInput } from '@/domain/calls/call';
import { announceCall as announce, withdrawCall as withdraw } from '@/domain/calls/commands';

const list = (said: string) => `/admin/trainings/calls?said=${said}`;

export const announceCall = formAction(announceCallInput, announce, () => ({ to: list('announced') }));
export const withdrawCall = formAction(withdrawCallInput, withdraw, () => ({ to: list('withdrawn') }));
