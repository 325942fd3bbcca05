'use server';

import { spoken } from '@/app/admin/digital-models/spoken';
import type { Tag } from '@/app/cache-tags';
import { formAction } from '@/app/form-action';
import { answerRequest as answer, moveMember as move } from '@/domain/merging/answer-commands';
import { answerInput, askInput, moveInput, withdrawInput } from '@/domain/merging/request';
import { askFor as ask } from '@/domain/merging/request-commands';
import { withdrawRequest as withdraw } from '@/domain/merging/withdraw-commands';

const touched: Tag[] = ['pairs', 'coverage', 'units'];
const saying = (said: string) => `/admin/people/requests?said=${said}`;

export const askFor = formAction(askInput, ask, () => ({ to: saying('asked') }));

export const answerRequest = formAction(
  answerInput,
  async (viewer, input) => spoken(await answer(viewer, input)),
  (_done, input) => ({ changed: touched, to: saying(input.answer) }),
);

export const withdrawRequest = formAction(
  withdrawInput,
  async (viewer, input) => spoken(await withdraw(viewer, input)),
  () => ({ to: saying('withdrawn') }),
);

export const moveMember = formAction(
  moveInput,
  async (viewer, input) => spoken(await move(viewer, input)),
  () => ({ changed: touched, to: saying('moved') }),
);
