import type { Viewer } from '@/domain/access/viewer';
import { type Day, fromDate, toDate, today } from '@/domain/days/day';
import { hasEndedBy, lastingAfter } from '@/domain/days/ending';
import { tellTrainers } from '@/domain/messages/tell-trainers-writes';
import { earlierOf, laterOf } from '@/domain/pairs/pair';
import type { OfficeTitle } from '@/domain/people/person';
import { holdUnits } from '@/domain/units/unit-day';
import type { Transaction } from '@/prisma/transaction';
import type { HandoverKind } from './handover';

/** One thing of hers, from a day on: to somebody, or (null) to nobody. */
export type Passing = { id: string; personId: string; to: string | null; day: Day; reason: string };
export type Write = (tx: Transaction, viewer: Viewer, passing: Passing) => Promise<unknown>;

/** The day on which the old stretch ends and the new one begins: never before the old one began. */
const cutOf = (row: { validFrom: Date }, day: Day) => toDate(laterOf(fromDate(row.validFrom), day));

/** A woman who becomes the head leaves the place of deputy that she had in that unit. */
const deputyOf: Partial<Record<OfficeTitle, OfficeTitle>> = {
  chair: 'vice_chair',
  sub_association_head: 'sub_association_deputy',
  group_head: 'group_deputy',
};

const office: Write = async (tx, _viewer, { id, to, day, reason }) => {
  const row = await tx.office.findUniqueOrThrow({ where: { id } });
  const { unitId, title, termId, validTo } = row;
  const cut = cutOf(row, day);
  await tx.office.update({ where: { id }, data: { validTo: cut, endReason: reason }, select: { id: true } });
  if (!to) return;
  const lower = deputyOf[title];
  if (lower)
    await tx.$executeRaw`
      UPDATE office SET valid_to = greatest(valid_from, ${fromDate(cut)}::date), end_reason = ${reason}
      WHERE unit_id = ${unitId}::uuid AND person_id = ${to}::uuid AND title = ${lower}::office_title
        AND (valid_to IS NULL OR valid_to > greatest(valid_from, ${fromDate(cut)}::date))`;
  await tx.office.create({
    data: { personId: to, unitId, title, termId, validFrom: cut, validTo },
    select: { id: true },
  });
};

/** The old pair ends and the new one begins on the same day, with its host, its ties and the goals that are not yet reached. */
const pair: Write = async (tx, viewer, { id, to, day, reason }) => {
  const row = await tx.pair.findUniqueOrThrow({
    where: { id },
    select: {
      learnerId: true,
      modelId: true,
      validFrom: true,
      validTo: true,
      demo: true,
      pairHosts: { select: { unitId: true, validFrom: true, validTo: true }, take: 50 },
      pairTies: { select: { modelId: true, validFrom: true, validTo: true }, take: 50 },
      pairGoals: {
        where: { NOT: { level: 'alone' } },
        select: { skillId: true, level: true, markedOn: true },
        take: 100,
      },
    },
  });
  const cut = cutOf(row, day);
  await tx.pair.update({ where: { id }, data: { validTo: cut, endReason: reason }, select: { id: true } });
  if (!to) return;
  const { learnerId, modelId, validTo, demo, pairHosts, pairTies, pairGoals } = row;
  const from = fromDate(cut);
  const runs = <Dated extends { validFrom: Date; validTo: Date | null }>(rows: Dated[]) =>
    rows
      .filter(
        ({ validFrom, validTo }) => !hasEndedBy({ from: fromDate(validFrom), to: validTo && fromDate(validTo) }, from),
      )
      .map((dated) => ({ ...dated, validFrom: toDate(laterOf(fromDate(dated.validFrom), from)) }));
  // an announced pair has its place at once, or nobody could see it
  const hosts = runs(pairHosts).map((host) =>
    fromDate(host.validFrom) === from ? { ...host, validFrom: toDate(earlierOf(from, today())) } : host,
  );
  await tx.pair.create({
    data: {
      instructorId: to,
      learnerId,
      modelId,
      validFrom: cut,
      validTo,
      demo,
      pairHosts: { createMany: { data: hosts } },
      pairTies: { createMany: { data: runs(pairTies).map((tie) => ({ ...tie, tiedById: viewer.accountId })) } },
      pairGoals: { createMany: { data: pairGoals } },
    },
    select: { id: true },
  });
};

/** A woman who takes a seat leaves the one she had on that board. */
const seat: Write = async (tx, _viewer, { id, to, day }) => {
  const row = await tx.boardSeat.findUniqueOrThrow({ where: { id } });
  const { modelId, office: title, validTo } = row;
  const cut = cutOf(row, day);
  await tx.boardSeat.update({ where: { id }, data: { validTo: cut }, select: { id: true } });
  if (!to) return;
  await tx.$executeRaw`
    UPDATE board_seat SET valid_to = greatest(valid_from, ${fromDate(cut)}::date)
    WHERE model_id = ${modelId}::uuid AND person_id = ${to}::uuid AND (valid_to IS NULL OR valid_to > greatest(valid_from, ${fromDate(cut)}::date))`;
  await tx.boardSeat.create({
    data: { modelId, personId: to, office: title, validFrom: cut, validTo },
    select: { id: true },
  });
};

const network: Write = async (tx, _viewer, { id, to, day }) => {
  const row = await tx.networkMember.findUniqueOrThrow({ where: { id } });
  const { networkId, validTo } = row;
  const cut = cutOf(row, day);
  await tx.networkMember.update({ where: { id }, data: { validTo: cut }, select: { id: true } });
  const lasting = lastingAfter(fromDate(cut), tx.networkMember.fields);
  if (!to || (await tx.networkMember.count({ where: { networkId, personId: to, ...lasting } })) > 0) return;
  await tx.networkMember.create({
    data: { networkId, personId: to, validFrom: cut, validTo },
    select: { id: true },
  });
};

const model: Write = async (tx, _viewer, { id, to, day }) => {
  const row = await tx.modelMember.findUniqueOrThrow({ where: { id } });
  const { modelId, validTo } = row;
  const cut = cutOf(row, day);
  await tx.modelMember.update({ where: { id }, data: { validTo: cut }, select: { id: true } });
  const lasting = lastingAfter(fromDate(cut), tx.modelMember.fields);
  if (!to || (await tx.modelMember.count({ where: { modelId, personId: to, ...lasting } })) > 0) return;
  await tx.modelMember.create({ data: { modelId, personId: to, validFrom: cut, validTo }, select: { id: true } });
};

/** Somebody else teaches, or so far nobody: the session itself stands. Its version rises, so that no open form overwrites this. */
const session: Write = async (tx, viewer, { id, personId, to }) => {
  const where = { sessionId_trainerId: { sessionId: id, trainerId: personId } };
  const { startsAt, endsAt, state } = await tx.sessionTrainer.delete({
    where,
    select: { startsAt: true, endsAt: true, state: true },
  });
  await tx.$executeRaw`UPDATE session SET id = id WHERE id = ${id}::uuid`;
  const taken = to && (await tx.sessionTrainer.count({ where: { sessionId: id, trainerId: to } })) === 0 ? [to] : [];
  await tx.sessionTrainer.createMany({
    data: taken.map((trainerId) => ({ sessionId: id, trainerId, startsAt, endsAt, state })),
  });
  await tellTrainers(tx, viewer, [{ sessionId: id, before: [personId], after: taken }]);
};

/** A role ends by being revoked; who takes it over is granted the same. She has an account: the command asked. */
const grant: Write = async (tx, viewer, { id, to, day, reason }) => {
  const row = await tx.roleGrant.findUniqueOrThrow({ where: { id } });
  const { role, unitId, validTo } = row;
  const cut = cutOf(row, day);
  const data = { validTo: cut, revokedAt: new Date(), revokedById: viewer.accountId, reason };
  await tx.roleGrant.update({ where: { id }, data, select: { id: true } });
  const account = to && (await tx.account.findUniqueOrThrow({ where: { personId: to }, select: { id: true } }));
  if (account)
    await tx.roleGrant.create({
      data: { accountId: account.id, role, unitId, validFrom: cut, validTo, grantedById: viewer.accountId },
      select: { id: true },
    });
};

const article: Write = async (tx, _viewer, { id, to }) => {
  if (!to) return;
  const account = await tx.account.findUniqueOrThrow({ where: { personId: to }, select: { id: true } });
  await tx.article.update({ where: { id }, data: { createdById: account.id }, select: { id: true } });
};

export const writes: Record<HandoverKind, Write> = {
  office,
  grant,
  pair,
  learning: pair,
  seat,
  session,
  network,
  model,
  article,
};

/**
 * The unit that keeps her, the models of hers, then her with those who follow her, in the order of everybody: nothing new can hang on her
 * unseen, and none of them moves away meanwhile.
 */
export async function holdForHandover(tx: Transaction, keeperUnitId: string, personId: string, successors: string[]) {
  await holdUnits(tx, [keeperUnitId]);
  await tx.$queryRaw`
    SELECT 1 AS held FROM digital_model WHERE id IN (SELECT model_id FROM board_seat WHERE person_id = ${personId}::uuid
      UNION SELECT model_id FROM model_member WHERE person_id = ${personId}::uuid
      UNION SELECT t.model_id FROM pair_tie t JOIN pair p ON p.id = t.pair_id WHERE p.instructor_id = ${personId}::uuid OR p.learner_id = ${personId}::uuid)
    ORDER BY id FOR NO KEY UPDATE`;
  await tx.$queryRaw`SELECT 1 AS held FROM person WHERE id = ANY (${[personId, ...successors]}::uuid[]) ORDER BY id FOR UPDATE`;
}

/** Whoever leaves her work leaves the card that it gave her. */
export const endCard = (tx: Transaction, viewer: Viewer, personId: string) =>
  tx.memberCard.updateMany({
    where: { personId, endedAt: null },
    data: { endedAt: new Date(), endReason: 'handed-over', endedById: viewer.accountId },
  });
