'use server';

import { formAction } from '@/app/forms/form-action';
import { forgetting, womanDrops } from '@/app/kept/drops';
import * as agreementCommands from '@/domain/agreements/agreement-commands';
import * as keysCommands from '@/domain/second-pairs/keys-commands';
import * as refuseCommands from '@/domain/second-pairs/refuse-commands';
import * as ruleCommands from '@/domain/second-pairs/rule-commands';
import { answerInput, keysInput, refuseInput, ruleInput } from '@/domain/second-pairs/second-pair';

const PAGE = '/admin/second-pairs';

/** A list waits for whoever asked to take it; an import is taken back step by step, on its own page. */
export const agreeAsSecond = formAction(answerInput, agreementCommands.agreeAsSecond, ({ action, content }) => ({
  ...(action === 'erasePerson' && { changed: forgetting(womanDrops) }),
  to: action === 'undoImport' ? `/admin/imports/${content.batchId}?said=undo` : `${PAGE}?said=${saidOf(action)}`,
}));
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
