'use server';

import { formAction } from '@/app/forms/form-action';
import { figureDrops, recordDrops } from '@/app/kept/drops';
import * as answerCommands from '@/domain/merging/requests/answer-commands';
import * as moveCommands from '@/domain/merging/requests/move-commands';
import { answerInput, askInput, moveInput, withdrawInput } from '@/domain/merging/requests/request';
import * as requestCommands from '@/domain/merging/requests/request-commands';
import * as withdrawCommands from '@/domain/merging/requests/withdraw-commands';

const saying = (said: string) => `/admin/people/requests?said=${said}`;

export const askFor = formAction(askInput, requestCommands.askFor, () => ({ to: saying('asked') }));

export const answerRequest = formAction(answerInput, answerCommands.answerRequest, (_done, input) => ({
  changed: recordDrops,
  to: saying(input.answer),
}));

export const withdrawRequest = formAction(withdrawInput, withdrawCommands.withdrawRequest, () => ({
  to: saying('withdrawn'),
}));

export const moveMember = formAction(moveInput, moveCommands.moveMember, ({ id }) => ({
  changed: figureDrops({ personId: id }),
  to: saying('moved'),
}));
