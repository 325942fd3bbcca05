'use server';

import { formAction } from '@/app/forms/form-action';
import { unitDrops } from '@/app/kept/drops';
import { ceaseInput, declareInput } from '@/domain/coverage/record-keeping/record-keeping';
import * as recordKeepingCommands from '@/domain/coverage/record-keeping/record-keeping-commands';
import { today } from '@/domain/days/day';
import { undoInput } from '@/domain/units/carrying-out/undo';
import * as undoCommands from '@/domain/units/carrying-out/undo-commands';
import * as codeCommands from '@/domain/units/code-commands';
import { receptionInput } from '@/domain/units/reception/reception';
import * as receptionCommands from '@/domain/units/reception/reception-commands';
import { confirmInput, giveCodeInput, placeInput, planInput } from '@/domain/units/restructuring/change';
import * as planCommands from '@/domain/units/restructuring/plan-commands';
import { changePath, unitsPath } from './asked';

/** Leads to the preview: nothing has changed yet. */
export const planChange = formAction(planInput, planCommands.planChange, ({ id, unitId, kind }) => ({
  to: `${changePath(unitId, kind)}?plan=${id}`,
}));

export const placeSingly = formAction(placeInput, planCommands.placeSingly, ({ unitId, kind }, { planId }) => ({
  to: `${changePath(unitId, kind)}?plan=${planId}&said=placed`,
}));

/** Leads to the unit that stands now, or back to the preview when that is out of date. */
export const confirmPlan = formAction(
  confirmInput,
  planCommands.confirmPlan,
  ({ state, unitId, kind, from }, { planId }) =>
    state === 'stale'
      ? { to: `${changePath(unitId, kind)}?plan=${planId}&said=stale` }
      : {
          changed: unitDrops,
          to: `${unitsPath}/${unitId}?said=${kind}${from > today() ? `&from=${from}` : ''}`,
        },
);

/** Leads to the unit as it stands again, or back to the preview when that is out of date. */
export const undoChange = formAction(undoInput, undoCommands.undoChange, ({ state, unitId, changeId, ahead }) =>
  state === 'stale'
    ? { to: `${unitsPath}/${unitId}/change/undo/${changeId}?said=stale` }
    : {
        changed: unitDrops,
        to: `${unitsPath}/${unitId}?said=${ahead ? 'withdrawn' : 'undone'}`,
      },
);

export const giveUnitCode = formAction(giveCodeInput, codeCommands.giveUnitCode, ({ id }) => ({
  changed: unitDrops,
  to: `${unitsPath}/${id}?said=code`,
}));

/** The commune's figures count from then on, in its own and in the province's. */
export const declareRecordKeeping = formAction(declareInput, recordKeepingCommands.declareRecordKeeping, ({ id }) => ({
  changed: unitDrops,
  to: `${unitsPath}/${id}?said=declared`,
}));

export const setReception = formAction(receptionInput, receptionCommands.setReception, ({ id }) => ({
  changed: ['units'],
  to: `${unitsPath}/${id}?said=reception`,
}));

export const ceaseRecordKeeping = formAction(ceaseInput, recordKeepingCommands.ceaseRecordKeeping, ({ id }) => ({
  changed: unitDrops,
  to: `${unitsPath}/${id}?said=ceased`,
}));
