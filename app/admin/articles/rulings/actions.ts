'use server';

import { formAction } from '@/app/forms/form-action';
import { revokeRulingInput, rulingInput } from '@/domain/newsroom/rulings/ruling';
import * as rulingCommands from '@/domain/newsroom/rulings/ruling-commands';
import { rulingsPath } from '../asked';

const saying = (said: string) => `${rulingsPath}?said=${said}`;

export const ruleApproval = formAction(rulingInput, rulingCommands.ruleApproval, () => ({ to: saying('ruled') }));

export const revokeApprovalRuling = formAction(revokeRulingInput, rulingCommands.revokeApprovalRuling, () => ({
  to: saying('revoked'),
}));
