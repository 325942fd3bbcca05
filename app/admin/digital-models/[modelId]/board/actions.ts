'use server';

import { formAction } from '@/app/forms/form-action';
import { endInput, seatInput } from '@/domain/digital-models/people/model-people';
import { appoint, endSeat } from '@/domain/digital-models/people/people-commands';

const pageOf = (id: string, said: string) => `/admin/digital-models/${id}/board?said=${said}`;

export const appointToBoard = formAction(seatInput, appoint, ({ id }) => ({ to: pageOf(id, 'appointed') }));

export const endBoardSeat = formAction(endInput, endSeat, ({ id }) => ({ to: pageOf(id, 'seat-ended') }));
