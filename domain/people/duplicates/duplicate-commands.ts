import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { findPersonToChange } from '../change-queries';
import { nameBag } from '../name';
import { listNearIds } from '../near-queries';
import { printOf } from '../phones/print-writes';
import { findLikelySame } from './duplicate-queries';
import type { NotSameInput } from './not-same';
import { rememberNotSame } from './not-same-writes';

/**
 * Says of two records that they are two women: both are kept where the viewer may change them. It is remembered until
 * the name, the year or the phone of one of them changes.
 */
export async function sayNotSame(
  viewer: Viewer,
  { oneId, otherId }: NotSameInput,
): Promise<Result<{ id: string }, 'not-found' | 'not-allowed'>> {
  if (oneId === otherId) return problem('not-found');
  const [one, other] = await Promise.all([
    findPersonToChange(viewer, oneId, 'people.record'),
    findPersonToChange(viewer, otherId, 'people.record'),
  ]);
  if (!one.ok) return one;
  if (!other.ok) return other;
  return transaction(async (tx) => {
    await rememberNotSame(tx, viewer.accountId, oneId, otherId);
    await record(tx, viewer, {
      verb: 'changed',
      action: 'sayNotSame',
      subjectType: 'person',
      subjectId: oneId,
      unitId: one.value.keeper.id,
      change: { otherId },
    });
    return ok({ id: oneId });
  });
}

type Draft = {
  name: string;
  birthYear?: number | undefined;
  phone?: string | undefined;
  /** of the number on record, where none was typed; null of none */
  print?: string | null | undefined;
  /** of whom she said already that they are others */
  notSame?: readonly string[] | undefined;
};

/**
 * Asks about records likely the same as a draft ('likely-same': `candidates` as JSON, their `ids`) until each is said
 * to be another. Answers with those `others`, to be remembered after the change, and with who shares the phone.
 */
export async function askOfLikely(
  viewer: Viewer,
  tx: Transaction,
  { name, birthYear, phone, print: kept, notSame = [] }: Draft,
  personId?: string,
): Promise<Result<{ others: string[]; sharesPhone: boolean }, 'likely-same'>> {
  const print = kept === undefined && phone ? await printOf(tx, phone) : (kept ?? undefined);
  // whoever writes down a name or a phone waits for others who write down the same one
  for (const key of [`name ${nameBag(name)}`, ...(print ? [`phone ${print}`] : [])].sort())
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`person ${key}`}, 0))`;
  const drafts = [{ key: '', name, birthYear, print }];
  const found = (await findLikelySame(viewer, drafts, tx)).get('') ?? [];
  const alike = found.filter(({ person }) => person.id !== personId);
  // A record of her commune beyond her reach tells her only that it is there (`near`: how many), and what she typed.
  const near = print && birthYear ? await listNearIds(viewer, tx, { name, birthYear, print }) : [];
  const likely = alike.filter(({ strength }) => strength === 'likely').map(({ person }) => person.id);
  const others = [...likely, ...near.filter((id) => id !== personId)];
  if (others.some((id) => !notSame.includes(id)))
    return problem('likely-same', {
      candidates: JSON.stringify(alike),
      ids: others.join(),
      near: String(others.length - likely.length),
    });
  return ok({ others, sharesPhone: alike.some(({ strength }) => strength === 'shares-phone') });
}
