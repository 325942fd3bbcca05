import type { Day } from '@/domain/days/day';
import { createModel, createStatus } from '@/test/factories/digital-models';
import { createPair } from '@/test/factories/pairs';
import { createMember } from '@/test/factories/people';
import { createGroup, createSubAssociation, keepRecords, type MadeUnit } from '@/test/factories/units';
import type { Database, Made } from '@/test/factories/write';

/** What a unit has on a day: one of four, nothing, or it is not there. */
export type Edge = 'covered' | 'bothUntied' | 'familyOnly' | 'pairOnly' | 'nothing' | 'absent';

/** Two days in the past, and what twelve units have on each: what is said of them here is decided, not counted. */
export const EDGE_DAYS: readonly [Day, Day] = ['2026-03-31', '2026-09-30'];
const BEGAN = '2025-12-01';

type Maker = { database: Database; subAssociation: Made };
type Unit = {
  name: string;
  level: 'sub_association' | 'group';
  on: readonly [Edge, Edge];
  make: (unit: Made, maker: Maker) => Promise<unknown>;
};

const couple = async (database: Database, unit: Made) =>
  [await createMember(database, unit), await createMember(database, unit, { name: 'Võ Thị Học' })] as const;

/** A pair of two members of the unit; tied where a family is given. */
async function pairAt(database: Database, unit: Made, options: Parameters<typeof createPair>[4]) {
  const [instructor, learner] = await couple(database, unit);
  return createPair(database, unit, instructor, learner, { from: BEGAN, ...options });
}

async function coveredUntil(database: Database, unit: Made, status: 'paused' | 'ended', day: string) {
  const family = await createModel(database, unit, { from: BEGAN, to: day });
  await createStatus(database, family, status, { from: day });
  await pairAt(database, unit, { tiedTo: family });
}

const nothing = async () => {};

export const edgeUnits: readonly Unit[] = [
  {
    name: 'Chi hội không có tổ',
    level: 'sub_association',
    on: ['covered', 'covered'],
    make: async (unit, { database }) =>
      pairAt(database, unit, { tiedTo: await createModel(database, unit, { from: BEGAN }) }),
  },
  {
    name: 'Chi hội gắn sau',
    level: 'sub_association',
    on: ['bothUntied', 'covered'],
    make: async (unit, { database }) => {
      const family = await createModel(database, unit, { from: BEGAN });
      await pairAt(database, unit, {});
      await pairAt(database, unit, { from: '2026-06-01', tiedTo: family });
    },
  },
  { name: 'Chi hội chưa có gì', level: 'sub_association', on: ['nothing', 'nothing'], make: nothing },
  {
    name: 'Chi hội chỉ có cặp',
    level: 'sub_association',
    on: ['pairOnly', 'pairOnly'],
    make: (unit, { database }) => pairAt(database, unit, {}),
  },
  {
    name: 'Tổ có gia đình tới hết tháng 3',
    level: 'group',
    on: ['covered', 'pairOnly'],
    make: (unit, { database }) => coveredUntil(database, unit, 'ended', '2026-04-01'),
  },
  {
    name: 'Tổ mở ngày 15',
    level: 'group',
    on: ['absent', 'nothing'],
    make: (unit, { database }) => createModel(database, unit, { status: 'planned', from: '2026-04-15' }),
  },
  {
    name: 'Tổ có người hướng dẫn rời Hội',
    level: 'group',
    on: ['covered', 'familyOnly'],
    make: async (unit, { database }) => {
      const family = await createModel(database, unit, { from: BEGAN });
      const leaves = await createMember(database, unit, { to: '2026-05-01' });
      const [learner] = await couple(database, unit);
      await createPair(database, unit, leaves, learner, { from: BEGAN, tiedTo: family });
    },
  },
  {
    name: 'Tổ có gia đình tạm dừng',
    level: 'group',
    on: ['covered', 'pairOnly'],
    make: (unit, { database }) => coveredUntil(database, unit, 'paused', '2026-05-01'),
  },
  {
    name: 'Tổ giải thể cuối tháng 6',
    level: 'group',
    on: ['covered', 'absent'],
    make: async (unit, { database }) =>
      pairAt(database, unit, { tiedTo: await createModel(database, unit, { from: BEGAN }) }),
  },
  {
    name: 'Tổ chỉ có gia đình',
    level: 'group',
    on: ['familyOnly', 'familyOnly'],
    make: (unit, { database }) => createModel(database, unit, { from: BEGAN }),
  },
  {
    name: 'Tổ có cặp từ ngày ấy',
    level: 'group',
    on: ['familyOnly', 'covered'],
    make: async (unit, { database }) => {
      const tiedTo = await createModel(database, unit, { from: BEGAN });
      await pairAt(database, unit, { from: EDGE_DAYS[1], tiedTo });
    },
  },
  {
    name: 'Tổ rút lại cặp ngay hôm ấy',
    level: 'group',
    on: ['familyOnly', 'familyOnly'],
    make: async (unit, { database }) => {
      const tiedTo = await createModel(database, unit, { from: BEGAN });
      await pairAt(database, unit, { from: BEGAN, to: BEGAN, tiedTo });
    },
  },
];

/** When each is there, in days; the others are there from the first one. */
const lives: Record<string, { from?: string; to?: string }> = {
  'Tổ mở ngày 15': { from: '2026-04-15' },
  'Tổ giải thể cuối tháng 6': { to: '2026-07-01' },
};

/** The twelve units in a commune that has none and keeps its records from the first day (`heard`: it does already); groups belong to one. */
export async function makeCoverageEdges(
  database: Database,
  commune: Made,
  { demo = false, heard = false } = {},
): Promise<MadeUnit[]> {
  if (!heard) await keepRecords(database, commune);
  const units: MadeUnit[] = [];
  for (const { name, level, make } of edgeUnits) {
    const options = { name, demo, ...lives[name] };
    const parent = units[1] ?? commune;
    const unit =
      level === 'group'
        ? await createGroup(database, parent, options)
        : await createSubAssociation(database, commune, options);
    units.push(unit);
    await make(unit, { database, subAssociation: parent });
  }
  return units;
}

/** What a commune with these units has, of a level on a day: counted here by the table above. */
export function edgeTotal(level: Unit['level'], day: 0 | 1) {
  const states = edgeUnits.filter((unit) => unit.level === level).map(({ on }) => on[day]);
  const count = (edge: Edge) => states.filter((state) => state === edge).length;
  return {
    units: states.length - count('absent'),
    covered: count('covered'),
    bothUntied: count('bothUntied'),
    familyOnly: count('familyOnly'),
    pairOnly: count('pairOnly'),
  };
}
