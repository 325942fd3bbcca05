'use server';

import { proven } from '@/app/admin/accounts/own/proven';
import { formAction } from '@/app/forms/form-action';
import { forgetting, recordDrops } from '@/app/kept/drops';
import type { Viewer } from '@/domain/access/viewer';
import { proofInput } from '@/domain/accounts/second-factors/factor-input';
import * as agreementCommands from '@/domain/agreements/agreement-commands';
import { ok, problem } from '@/domain/result';
import * as keysCommands from '@/domain/second-pairs/keys-commands';
import * as refuseCommands from '@/domain/second-pairs/refuse-commands';
import * as ruleCommands from '@/domain/second-pairs/rule-commands';
import {
  answerInput,
  type Content,
  keysInput,
  nextOf,
  refuseInput,
  ruleInput,
} from '@/domain/second-pairs/second-pair';
import { requireOwner, requireViewer } from '@/server/sign-in/session';

const PAGE = '/admin/second-pairs';

/** Whoever owes a second factor answers nothing. */
async function requireSecond() {
  await requireViewer();
  return requireOwner();
}

/** What she agreed to may be over: its form is gone from the page then, which says why. */
async function agree(owner: Viewer, requestId: string) {
  const result = await agreementCommands.agreeAsSecond(owner, { requestId });
  const became = (what: string, { batchId, address }: Content = {}) =>
    ok({ what, batchId, byWords: typeof address === 'string' && address.startsWith('+') });
  if (result.ok) return became(result.value.action, result.value.content);
  return OVER.has(result.problem) ? became(result.problem) : problem(result.problem);
}
const OVER = new Set<string>(['changed-meanwhile', 'request-over']);

/**
 * At a screen that was left open nobody agrees: it asks for her password. A list waits for whoever asked to take it; an import is taken back
 * step by step, on its own page.
 */
export const agreeAsSecond = formAction(
  answerInput.extend(proofInput.shape),
  proven((owner, { requestId }) => agree(owner, requestId)),
  ({ what, batchId, byWords }) => ({
    ...(what === 'erasePerson' && { changed: forgetting(recordDrops) }),
    to: what === 'undoImport' ? `/admin/imports/${batchId}?said=undo` : `${PAGE}?said=${saidOf(what, byWords)}`,
  }),
  requireSecond,
);
function saidOf(what: string, byWords: boolean): string {
  if (OVER.has(what)) return what;
  if (what === 'exportPersons' || what === 'changeKeys') return `agreed-${nextOf(what)}`;
  return byWords ? 'done-by-words' : 'done';
}

export const refuseAsSecond = formAction(refuseInput, refuseCommands.refuseAsSecond, ({ isOwn }) => ({
  to: `${PAGE}?said=${isOwn ? 'taken-back' : 'refused'}`,
}));

export const changeRule = formAction(
  ruleInput,
  (viewer, input) => ruleCommands.changeRule(viewer, input),
  ({ asked }) => ({ to: `${PAGE}?said=${asked ? 'asked' : 'ruled'}` }),
);

export const askForKeys = formAction(keysInput, keysCommands.askForKeys, () => ({ to: `${PAGE}?said=asked-keys` }));
