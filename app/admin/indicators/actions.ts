'use server';

import { formAction } from '@/app/forms/form-action';
import { ruleInput, withdrawRulingInput } from '@/domain/coverage/rulings/ruling';
import * as rulingCommands from '@/domain/coverage/rulings/ruling-commands';
import { indicatorsPath } from './asked';

/** Every figure of coverage follows, from the day on. */
export const ruleCoverage = formAction(ruleInput, rulingCommands.ruleCoverage, (_ruling, { from }) => ({
  changed: ['figures'],
  to: `${indicatorsPath}/coverage_sub_association?said=ruled&from=${from}`,
}));

/** The pages that announced it follow. */
export const withdrawRuling = formAction(withdrawRulingInput, rulingCommands.withdrawRuling, () => ({
  changed: ['figures'],
  to: `${indicatorsPath}/coverage_sub_association?said=ruling-withdrawn`,
}));
