'use server';

import type { Tag } from '@/app/cache-tags';
import { formAction } from '@/app/forms/form-action';
import * as answerCommands from '@/domain/merging/requests/answer-commands';
import { answerInput, askInput, moveInput, withdrawInput } from '@/domain/merging/requests/request';
import * as requestCommands from '@/domain/merging/requests/request-commands';
import * as withdrawCommands from '@/domain/merging/requests/withdraw-commands';

const touched: Tag[] = ['pairs', 'coverage', 'units'];
const saying = (said: string) => `/admin/people/requests?said=${said}`;

export const askFor = formAction(askInput, requestCommands.askFor, () => ({ to: saying('asked') }));

export const answerRequest = formAction(answerInput, answerCommands.answerRequest, (_done, input) => ({
  changed: touched,
  to: saying(input.answer),
}));

export const withdrawRequest = formAction(withdrawInput, withdrawCommands.withdrawRequest, () => ({
  to: saying('withdrawn'),
}));

export const moveMember = formAction(moveInput, answerCommands.moveMember, () => ({
  changed: touched,
  to: saying('moved'),
}));
