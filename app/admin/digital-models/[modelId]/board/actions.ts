'use server';

import { formAction } from '@/app/form-action';
import { endInput, seatInput } from '@/domain/digital-models/model-people';
import { appoint, endSeat } from '@/domain/digital-models/people-commands';
import { spoken } from '../../spoken';

const sheetOf = (id: string, said: string) => `/admin/digital-models/${id}/board?said=${said}`;

export const appointToBoard = formAction(
  seatInput,
  async (viewer, input) => spoken(await appoint(viewer, input)),
  ({ id }) => ({ to: sheetOf(id, 'appointed') }),
);

export const endBoardSeat = formAction(
  endInput,
  async (viewer, input) => spoken(await endSeat(viewer, input)),
  ({ id }) => ({ to: sheetOf(id, 'seat-ended') }),
);
