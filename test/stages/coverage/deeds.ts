import { ceaseRecordKeeping, declareRecordKeeping } from '@/domain/coverage/record-keeping/record-keeping-commands';
import { foundModel } from '@/domain/digital-models/commands';
import { changeStatus, stopModel } from '@/domain/digital-models/status-commands';
import { endPair, tiePair } from '@/domain/pairs/change-commands';
import { pairUp } from '@/domain/pairs/commands';
import { endMembership, moveMembership, startMembership } from '@/domain/people/memberships/membership-commands';
import type { Result } from '@/domain/result';
import { db } from '@/prisma/client';
import { anyDay } from './changes';
import type { DeedStage } from './deed-stage';
import { filings } from './filings';
import { restructurings } from './restructurings';

/*
 * Deeds at random as people do them: each a command of the portal, by the province, who reaches all, or by an official. What a command refuses it has to
 * name; what it does has to leave kept figures as their sources are, and nothing open at a unit that is no more.
 */

/** What a deed did: nothing, where what it needs was not there. */
export type Done = Result<unknown, string> | null;
/** Its concept, whose words say why it was refused. */
type Deed = { concept: string; often?: number; run: (stage: DeedStage) => Promise<Done> };

/** Mostly a unit among the first few, so that families and pairs meet there; some are anywhere. */
const unitOf = ({ chance, groups, subAssociations }: DeedStage) =>
  chance.next(3) > 0 ? chance.from(groups.slice(0, 4)) : chance.from([...groups, ...subAssociations]);

const found = (ids: string[], done: Result<{ id: string }, string>) => {
  if (done.ok) ids.push(done.value.id);
  return done;
};

async function membershipOf({ chance, people }: DeedStage) {
  const personId = chance.from(people);
  const rows = await db.membership.findMany({
    where: { personId, validTo: null },
    select: { id: true, version: true, kind: true },
    orderBy: { validFrom: 'asc' },
    take: 5,
  });
  return rows.length > 0 ? { personId, ...chance.from(rows) } : null;
}

const modelOf = async ({ chance, families }: DeedStage) =>
  families.length === 0
    ? null
    : db.digitalModel.findUnique({ where: { id: chance.from(families) }, select: { id: true, version: true } });
const pairOf = async ({ chance, pairs }: DeedStage) =>
  pairs.length === 0
    ? null
    : db.pair.findUnique({ where: { id: chance.from(pairs) }, select: { id: true, version: true } });

/** A family where the pair is, if there is one: of any other it is refused. */
async function familyFor(stage: DeedStage, pairId: string): Promise<string | undefined> {
  const here = await db.modelHost.findMany({
    where: { validTo: null, unit: { pairHosts: { some: { pairId, validTo: null } } } },
    select: { modelId: true },
    take: 9,
  });
  const there = stage.families.filter((id) => here.some(({ modelId }) => modelId === id));
  return stage.chance.from(there.length > 0 ? there : stage.families);
}

const deeds: Record<string, Deed> = {
  ...restructurings,
  ...filings,
  'two women are paired': {
    concept: 'pairs',
    often: 3,
    run: async (stage) => {
      const [instructorId, learnerId] = [stage.chance.from(stage.people), stage.chance.from(stage.people)];
      const when = { from: anyDay(stage.chance), earlierReason: 'ghi lại từ sổ' };
      return found(
        stage.pairs,
        await pairUp(stage.official, { unitId: unitOf(stage), instructorId, learnerId, ...when }),
      );
    },
  },
  'a pair is tied': {
    concept: 'pairs',
    often: 3,
    run: async (stage) => {
      const pair = await pairOf(stage);
      const modelId = pair && (await familyFor(stage, pair.id));
      if (!pair || !modelId) return null;
      const { id: pairId, version } = pair;
      return tiePair(stage.official, { pairId, version, modelId, from: anyDay(stage.chance) });
    },
  },
  'a pair ends, or never was': {
    concept: 'pairs',
    run: async (stage) => {
      const pair = await pairOf(stage);
      const when = stage.chance.next(5) ? { lastDay: anyDay(stage.chance) } : ({ never: 'on' } as const);
      return pair && endPair(stage.official, { pairId: pair.id, version: pair.version, reason: 'no-time', ...when });
    },
  },
  'a family is founded': {
    concept: 'digital-models',
    often: 2,
    run: async (stage) => {
      const facts = { name: `Gia đình số ${stage.families.length}`, pilot: false, foundedOn: anyDay(stage.chance) };
      const status = stage.chance.next(4) ? 'active' : 'planned';
      const input = { kind: 'digital_family', unitId: unitOf(stage), status, reason: 'đã đủ', ...facts } as const;
      return found(stage.families, await foundModel(stage.official, input));
    },
  },
  'a family is made active': {
    concept: 'digital-models',
    run: async (stage) => {
      const model = await modelOf(stage);
      const change = { status: 'active', from: anyDay(stage.chance), reason: 'đã đủ' } as const;
      return model && changeStatus(stage.official, { modelId: model.id, version: model.version, ...change });
    },
  },
  'a family pauses or ends': {
    concept: 'digital-models',
    run: async (stage) => {
      const model = await modelOf(stage);
      const status = stage.chance.from(['paused', 'paused', 'ended'] as const);
      const change = { status, lastDay: anyDay(stage.chance) };
      return model && stopModel(stage.official, { modelId: model.id, version: model.version, ...change });
    },
  },
  'a woman joins': {
    concept: 'people',
    run: async (stage) => {
      const membership = { kind: 'member', from: anyDay(stage.chance) } as const;
      const personId = stage.chance.from(stage.people);
      return startMembership(stage.official, { personId, unitId: unitOf(stage), ...membership });
    },
  },
  'a woman leaves': {
    concept: 'people',
    run: async (stage) => {
      const her = await membershipOf(stage);
      if (!her) return null;
      const { personId, id: membershipId, version } = her;
      const when = stage.chance.next(5) ? { lastDay: anyDay(stage.chance) } : ({ never: 'on' } as const);
      return endMembership(stage.official, { personId, membershipId, version, reason: 'chuyển đi', ...when });
    },
  },
  'a woman goes to another unit': {
    concept: 'people',
    run: async (stage) => {
      const her = await membershipOf(stage);
      if (!her) return null;
      const { personId, id: membershipId, version, kind } = her;
      const to = { unitId: unitOf(stage), kind, day: anyDay(stage.chance) };
      return moveMembership(stage.official, { personId, membershipId, version, ...to });
    },
  },
  'a commune declares': {
    concept: 'coverage',
    often: 3,
    run: ({ official, chance, communes }) =>
      declareRecordKeeping(official, { unitId: chance.from(communes), from: anyDay(chance) }),
  },
  'a commune ceases': {
    concept: 'coverage',
    run: ({ official, chance, communes }) =>
      ceaseRecordKeeping(official, {
        unitId: chance.from(communes),
        lastDay: anyDay(chance),
        reason: 'ghi ở nơi khác',
      }),
  },
};

const drawn = Object.entries(deeds).flatMap(([name, deed]) => Array(deed.often ?? 1).fill([name, deed] as const));
export const kindsOfDeed = Object.keys(deeds);

/** Does something at random, of these kinds alone where some are named; with its name. What throws says which deed it was. */
export async function doSomething(
  stage: DeedStage,
  kinds: readonly string[] = kindsOfDeed,
): Promise<{ name: string; concept: string; done: Done }> {
  const among = drawn.filter(([name]) => kinds.includes(name));
  const [name, { concept, run }] = stage.chance.from(among) as [string, Deed];
  try {
    return { name, concept, done: await run(stage) };
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}
