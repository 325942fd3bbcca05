'use server';

import type { Tag } from '@/app/cache-tags';
import { formAction } from '@/app/forms/form-action';
import { answerRequest as answer, moveMember as move } from '@/domain/merging/requests/answer-commands';
import { answerInput, askInput, moveInput, withdrawInput } from '@/domain/merging/requests/request';
import { askFor as ask } from '@/domain/merging/requests/request-commands';
import { withdrawRequest as withdraw } from '@/domain/merging/requests/withdraw-commands';

const touched: Tag[] = ['pairs', 'coverage', 'units'];
const saying = (said: string) => `/admin/people/requests?said=${said}`;

export const askFor = formAction(askInput, ask, () => ({ to: saying('asked') }));

export const answerRequest = formAction(answerInput, answer, (_done, input) => ({
  changed: touched,
  to: saying(input.answer),
}));

export const withdrawRequest = formAction(withdrawInput, withdraw, () => ({ to: saying('withdrawn') }));

export const moveMember = formAction(moveInput, move, () => ({ changed: touched, to: saying('moved') }));
