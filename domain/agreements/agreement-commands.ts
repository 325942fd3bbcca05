import { z } from 'zod';
import { roles } from '@/domain/access/permissions';
import type { Viewer } from '@/domain/access/viewer';
import { identifierOf } from '@/domain/accounts/account';
import { grantRole } from '@/domain/accounts/commands';
import { resetFactors, whyNoReset } from '@/domain/accounts/factor-resets/reset-commands';
import { inviteAccount } from '@/domain/accounts/invitations/invite-commands';
import { eraseInput } from '@/domain/consents/erasure/erasure';
import { erasePerson } from '@/domain/consents/erasure/erasure-commands';
import { dayInput } from '@/domain/days/day-input';
import { undoImport } from '@/domain/imports/commands';
import { ok, problem, type Result } from '@/domain/result';
import { agreeOnly } from '@/domain/second-pairs/agree-commands';
import { endChanged } from '@/domain/second-pairs/refuse-commands';
import { findRequest } from '@/domain/second-pairs/request-queries';
import { changeRule } from '@/domain/second-pairs/rule-commands';
import {
  type AnswerInput,
  type Content,
  EXPORT_PERSONS,
  refusedOfSecond,
  type Second,
  type SecondAction,
  secondActions,
} from '@/domain/second-pairs/second-pair';
import { refusal } from '@/prisma/client';
import { findAsker } from './asker-queries';

/** A deed in the name of whoever asked, with the rights that she has now, and by the word of the second. */
type Do = (asker: Viewer, content: Content, second: Second) => Promise<Result<unknown, string>>;

const granted = z.object({
  accountId: z.string(),
  role: z.enum(roles),
  unitId: z.string(),
  from: dayInput,
  lastDay: dayInput.nullable(),
});
const invited = z.object({
  address: z.string(),
  role: z.enum(roles),
  unitId: z.string(),
  personId: z.string().nullable(),
  locale: z.enum(['vi', 'en']),
});

const giveRole: Do = async (asker, content, second) => {
  const invitation = invited.safeParse(content);
  if (!invitation.success) {
    const { lastDay, ...grant } = granted.parse(content);
    return grantRole(asker, { ...grant, lastDay: lastDay ?? undefined }, second);
  }
  const { address, ...rest } = invitation.data;
  const contact = identifierOf(address);
  return contact ? inviteAccount(asker, { ...rest, contact }, second) : problem('changed-meanwhile');
};

const deeds: Record<SecondAction, Do> = {
  exportPersons: (asker, _content, second) => agreeOnly(asker, EXPORT_PERSONS, second),
  changeKeys: (asker, _content, second) => agreeOnly(asker, 'changeKeys', second),
  giveRole,
  undoImport: (asker, { batchId }, second) => undoImport(asker, { batchId: String(batchId) }, second),
  erasePerson: (asker, content, second) => erasePerson(asker, eraseInput.omit({ name: true }).parse(content), second),
  resetFactors: (asker, { accountId, reason }, second) =>
    resetFactors(asker, { accountId: String(accountId), reason: String(reason) }, second),
  changeRule: (asker, content, second) => changeRule(asker, ruled.parse(content), second),
};
const ruled = z.object({
  action: z.enum(secondActions),
  fromCount: z
    .number()
    .nullable()
    .transform((count) => count ?? undefined),
  reason: z.string(),
});

export type AgreeProblem =
  | 'not-found'
  | 'not-allowed'
  | 'yourself'
  | 'same-person'
  | 'not-apart'
  | 'request-over'
  | 'changed-meanwhile';

/** What the tables refused under her hands is told, as what the portal refuses. */
function refused(error: unknown): Result<never, string> {
  const why = refusedOfSecond[refusal(error) ?? ''];
  if (!why) throw error;
  return problem(why);
}

/**
 * The second agrees, and it is done at once, exactly as it was asked for, or may be done by whoever asked. What would be something else by now
 * is not done: the request ends, and is asked for anew.
 */
export async function agreeAsSecond(
  viewer: Viewer,
  { requestId }: AnswerInput,
): Promise<Result<{ action: SecondAction; content: Content }, AgreeProblem>> {
  const request = await findRequest(viewer, requestId);
  if (!request) return problem('not-found');
  if (request.isOwn) return problem('same-person');
  if (request.isOver) return problem('request-over');
  const { action, content } = request;
  const whyNot = action === 'resetFactors' ? await whyNoReset(viewer, String(content.accountId)) : null;
  if (whyNot) return problem(whyNot);
  const asker = await findAsker(viewer, request);
  const second = { requestId, by: viewer.accountId };
  const result = asker ? await deeds[action](asker, content, second).catch(refused) : problem('changed-meanwhile');
  if (result.ok) return ok({ action, content });
  const { problem: why } = result;
  if (why === 'request-over' || why === 'same-person' || why === 'not-apart') return problem(why);
  await endChanged(viewer, requestId);
  return problem('changed-meanwhile');
}
