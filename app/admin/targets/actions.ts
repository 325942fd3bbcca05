'use server';

import { formAction } from '@/app/forms/form-action';
import { targetDrops } from '@/app/kept/drops';
import * as commands from '@/domain/targets/commands';
import { setTargetInput, withdrawTargetInput } from '@/domain/targets/target';
import { targetsAddress } from './address';

export const setTarget = formAction(setTargetInput, commands.setTarget, (place, { unitId, indicator, year }) => ({
  changed: targetDrops(place),
  to: targetsAddress({ unitId, indicator, year }, 'set'),
}));

export const withdrawTarget = formAction(
  withdrawTargetInput,
  commands.withdrawTarget,
  (place, { unitId, indicator, year }) => ({
    changed: targetDrops(place),
    to: targetsAddress({ unitId, indicator, year }, 'withdrawn'),
  }),
);
