'use server';

import { z } from 'zod';
import { formAction } from '@/app/forms/form-action';
import { figureDrops } from '@/app/kept/drops';
import { statusInput } from '@/domain/digital-models/status';
import * as statusCommands from '@/domain/digital-models/status-commands';
import { idInput } from '@/domain/id';
import * as changeCommands from '@/domain/pairs/change-commands';
import { tieInput } from '@/domain/pairs/pair';
import { addressOf, askedOf } from './[communeId]/asked';
import { type Measured, measured } from './measured';

const VIEW_MAX = 4_000;

/** A deed on a row of a matrix comes back to the matrix as it was seen, one on the record of a unit to that, and says there what it moved. */
const onMatrix = { communeId: idInput, at: idInput, back: z.string().max(VIEW_MAX), fromUnit: idInput.optional() };

type OnMatrix = z.output<z.ZodObject<typeof onMatrix>>;

type Done = Measured & { id: string };

function backTo({ communeId, at, back, fromUnit }: OnMatrix, { id, moved }: Done): string {
  const said = new URLSearchParams({ at, record: id, ...(moved !== undefined && { moved }) });
  if (fromUnit) return `/admin/units/${fromUnit}?${said}#moved`;
  const seen = addressOf(communeId, askedOf(Object.fromEntries(new URLSearchParams(back))));
  return `${seen}${seen.includes('?') ? '&' : '?'}${said}#moved`;
}

export const changeStatus = formAction(
  statusInput.extend(onMatrix),
  measured(statusCommands.changeStatus, ({ modelId }) => ({ modelId })),
  (done, input) => ({ changed: figureDrops({ modelId: done.id }), to: backTo(input, done) }),
);

export const tiePair = formAction(
  tieInput.extend(onMatrix),
  measured(changeCommands.tiePair, ({ pairId, modelId }) => ({ pairId, modelId })),
  (done, input) => ({ changed: figureDrops({ pairId: done.id }), to: backTo(input, done) }),
);
