import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { createAccountWithRole } from '@/test/factories/accounts';
import { createModel } from '@/test/factories/digital-models';
import { createPair } from '@/test/factories/pairs';
import { createMember } from '@/test/factories/people';
import { createSkill } from '@/test/factories/trainings';
import { createCommune, createGroup, createProvince, createSubAssociation, keepRecords } from '@/test/factories/units';
import type { Made } from '@/test/factories/write';
import { makeViewer } from '@/test/union';
import { chanceOf } from '../merging';
import { makePastMonth } from '../reports';
import type { Chance } from './changes';

/** What there is to do something with, by id, in the order in which it came. */
export type DeedStage = {
  official: Viewer;
  provinceId: string;
  chance: Chance;
  communes: string[];
  subAssociations: string[];
  groups: string[];
  people: string[];
  families: string[];
  pairs: string[];
  officials: string[];
  months: string[];
  topicId: string;
  lessons: string[];
};
const BEGAN = '2025-07-01';
/** Of communes that border each other: whoever sees a unit by chance comes from beside it. */
const CODES = ['25432', '25441', '25450'];
const MONTHS = [1, 2, 3];

/** Three communes with an official, a few units and women each; two of them report. */
export async function makeDeedStage(seed: number): Promise<DeedStage> {
  const province = await createProvince(db);
  const official = await makeViewer('province_official', province);
  const stage: DeedStage = {
    official,
    provinceId: province.id,
    chance: chanceOf(seed),
    communes: [],
    subAssociations: [],
    groups: [],
    people: [],
    families: [],
    pairs: [],
    officials: [],
    months: [],
    topicId: (await createSkill(db, { campaignTopic: true })).id,
    lessons: [],
  };
  for (const back of MONTHS) stage.months.push(await makePastMonth(back));
  for (const [at, code] of CODES.entries()) {
    const commune = await createCommune(db, province, { name: `Xã ${at}`, code });
    stage.communes.push(commune.id);
    stage.officials.push((await createAccountWithRole(db, 'commune_official', [commune])).id);
    if (at < 2) await keepRecords(db, commune);
    for (const _ of [1, 2, 3]) {
      const subAssociation = await createSubAssociation(db, commune);
      stage.subAssociations.push(subAssociation.id);
      for (const no of [1, 2]) {
        const group = await createGroup(db, subAssociation);
        stage.groups.push(group.id);
        const women = [await createMember(db, group, { from: BEGAN }), await createMember(db, group, { from: BEGAN })];
        stage.people.push(...women.map(({ id }) => id));
        if (no === 1) await coverOne(stage, group, women as [Made, Made]);
      }
    }
  }
  return stage;
}

/** A family and a pair that is tied to it, since long ago: closed months have something to keep, and a draw something to draw. */
async function coverOne(stage: DeedStage, group: Made, [instructor, learner]: [Made, Made]) {
  const family = await createModel(db, group, { from: BEGAN });
  const pair = await createPair(db, group, instructor, learner, { from: BEGAN, tiedTo: family });
  stage.families.push(family.id);
  stage.pairs.push(pair.id);
}
