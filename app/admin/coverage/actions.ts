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

const VIEW_MAX = 4_000;

/** A deed on a row of a matrix comes back to the matrix as it was seen, one on the record of a unit to that, and says there what it moved. */
const onMatrix = { communeId: idInput, at: idInput, back: z.string().max(VIEW_MAX), fromUnit: idInput.optional() };

type OnMatrix = z.output<z.ZodObject<typeof onMatrix>>;

function backTo({ communeId, at, back, fromUnit }: OnMatrix, by: Record<string, string>): string {
  if (fromUnit) return `/admin/units/${fromUnit}?${new URLSearchParams({ at, ...by })}#moved`;
  const seen = addressOf(communeId, askedOf(Object.fromEntries(new URLSearchParams(back))));
  return `${seen}${seen.includes('?') ? '&' : '?'}${new URLSearchParams({ at, ...by })}#moved`;
}

export const changeStatus = formAction(statusInput.extend(onMatrix), statusCommands.changeStatus, ({ id }, input) => ({
  changed: figureDrops({ modelId: id }),
  to: backTo(input, { model: id }),
}));

export const tiePair = formAction(tieInput.extend(onMatrix), changeCommands.tiePair, ({ id }, input) => ({
  changed: figureDrops({ pairId: id }),
  to: backTo(input, { pair: id }),
}));
