'use server';

import { formAction } from '@/app/forms/form-action';
import { figureDrops } from '@/app/kept/drops';
import { endInput, seatInput } from '@/domain/digital-models/people/model-people';
import * as peopleCommands from '@/domain/digital-models/people/people-commands';

const pageOf = (id: string, said: string) => `/admin/digital-models/${id}/board?said=${said}`;

export const appointToBoard = formAction(seatInput, peopleCommands.appointToBoard, ({ id }) => ({
  changed: figureDrops({ modelId: id }),
  to: pageOf(id, 'appointed'),
}));

export const endBoardSeat = formAction(endInput, peopleCommands.endBoardSeat, ({ id }) => ({
  changed: figureDrops({ modelId: id }),
  to: pageOf(id, 'seat-ended'),
}));
