'use server';

import { proven } from '@/app/admin/accounts/own/proven';
import { formAction } from '@/app/forms/form-action';
import { forgetting, womanDrops } from '@/app/kept/drops';
import type { Viewer } from '@/domain/access/viewer';
import { proofInput } from '@/domain/accounts/second-factors/factor-input';
import * as agreementCommands from '@/domain/agreements/agreement-commands';
import { ok, problem } from '@/domain/result';
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

/** What she agreed to may be over: its form is gone from the page then, which says why. */
async function agree(owner: Viewer, requestId: string) {
  const result = await agreementCommands.agreeAsSecond(owner, { requestId });
  const became = (what: string, content: { batchId?: unknown } = {}) => ok({ what, batchId: content.batchId });
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
  ({ what, batchId }) => ({
    ...(what === 'erasePerson' && { changed: forgetting(womanDrops) }),
    to: what === 'undoImport' ? `/admin/imports/${batchId}?said=undo` : `${PAGE}?said=${saidOf(what)}`,
  }),
  requireSecond,
);
function saidOf(what: string): string {
  if (OVER.has(what)) return what;
  return what === 'exportPersons' || what === 'changeKeys' ? 'agreed' : 'done';
}

export const refuseAsSecond = formAction(refuseInput, refuseCommands.refuseAsSecond, ({ isOwn }) => ({
  to: `${PAGE}?said=${isOwn ? 'taken-back' : 'refused'}`,
}));

export const changeRule = formAction(
  ruleInput,
  (viewer, input) => ruleCommands.changeRule(viewer, input),
  ({ asked }) => ({ to: `${PAGE}?said=${asked ? 'asked' : 'ruled'}` }),
);

export const askForKeys = formAction(keysInput, keysCommands.askForKeys, () => ({ to: `${PAGE}?said=asked` }));
