'use server';

import { proven } from '@/app/admin/accounts/own/proven';
import { formAction } from '@/app/forms/form-action';
import { forgetting, womanDrops } from '@/app/kept/drops';
import { proofInput } from '@/domain/accounts/second-factors/factor-input';
import * as agreementCommands from '@/domain/agreements/agreement-commands';
import * as keysCommands from '@/domain/second-pairs/keys-commands';
import * as refuseCommands from '@/domain/second-pairs/refuse-commands';
import * as ruleCommands from '@/domain/second-pairs/rule-commands';
import { answerInput, keysInput, refuseInput, ruleInput } from '@/domain/second-pairs/second-pair';
import { requireOwner, requireViewer } from '@/server/sign-in/session';

const PAGE = '/admin/second-pairs';

/** Whoever owes a second factor answers nothing. */
async function requireSecond() {
  await requireViewer();
  return requireOwner();
}

/**
 * At a screen that was left open nobody agrees: it asks for her password. A list waits for whoever asked to take it; an import is taken back
 * step by step, on its own page.
 */
export const agreeAsSecond = formAction(
  answerInput.extend(proofInput.shape),
  proven((owner, { requestId }) => agreementCommands.agreeAsSecond(owner, { requestId })),
  ({ action, content }) => ({
    ...(action === 'erasePerson' && { changed: forgetting(womanDrops) }),
    to: action === 'undoImport' ? `/admin/imports/${content.batchId}?said=undo` : `${PAGE}?said=${saidOf(action)}`,
  }),
  requireSecond,
);
const saidOf = (action: string) => (action === 'exportPersons' || action === 'changeKeys' ? 'agreed' : 'done');

export const refuseAsSecond = formAction(refuseInput, refuseCommands.refuseAsSecond, ({ isOwn }) => ({
  to: `${PAGE}?said=${isOwn ? 'taken-back' : 'refused'}`,
}));

export const changeRule = formAction(
  ruleInput,
  (viewer, input) => ruleCommands.changeRule(viewer, input),
  ({ asked }) => ({ to: `${PAGE}?said=${asked ? 'asked' : 'ruled'}` }),
);

export const askForKeys = formAction(keysInput, keysCommands.askForKeys, () => ({ to: `${PAGE}?said=asked` }));
