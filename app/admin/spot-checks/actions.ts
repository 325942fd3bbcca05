'use server';

import { formAction } from '@/app/forms/form-action';
import { spotRoundDrops } from '@/app/kept/drops';
import { announceInput, roundInput } from '@/domain/spot-checks/round';
import * as roundCommands from '@/domain/spot-checks/round-commands';
import { answerInput, remarkInput, takeOverInput } from '@/domain/spot-checks/spot-check';
import * as visitCommands from '@/domain/spot-checks/visit-commands';
import { checkAddress, roundAddress } from './asked';

export const announceSpotRound = formAction(announceInput, roundCommands.announceSpotRound, ({ id }) => ({
  changed: spotRoundDrops,
  to: roundAddress(id, 'announced'),
}));

export const drawSpotRound = formAction(roundInput, roundCommands.drawSpotRound, ({ id }) => ({
  changed: spotRoundDrops,
  to: roundAddress(id, 'drawn'),
}));

export const closeSpotRound = formAction(roundInput, roundCommands.closeSpotRound, ({ id }) => ({
  changed: spotRoundDrops,
  to: roundAddress(id, 'closed'),
}));

export const withdrawSpotRound = formAction(roundInput, roundCommands.withdrawSpotRound, ({ id }) => ({
  changed: spotRoundDrops,
  to: roundAddress(id, 'withdrawn'),
}));

export const answerSpotCheck = formAction(answerInput, visitCommands.answerSpotCheck, (check) => ({
  to: checkAddress(check, 'answered'),
}));

export const remarkOnSpotCheck = formAction(remarkInput, visitCommands.remarkOnSpotCheck, (check) => ({
  to: checkAddress(check, 'remarked'),
}));

export const takeOverSpotCheck = formAction(takeOverInput, visitCommands.takeOverSpotCheck, (check) => ({
  to: checkAddress(check, 'takenOver'),
}));
