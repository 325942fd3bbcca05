import type pg from 'pg';
import { createAccountWithRole } from '../../../../test/factories/accounts';
import { createModel } from '../../../../test/factories/digital-models';
import { createPair } from '../../../../test/factories/pairs';
import { createMember } from '../../../../test/factories/people';
import { createSubAssociation } from '../../../../test/factories/units';
import { type Made, newId, read, write } from '../../../../test/factories/write';
import { dayFromNow, type Visitor } from '../../stage/stage';
import { sendNamed } from '../secrets';

/** A unit that is to be split, and one that has another name since a neighbour changed it. */
export async function changedUnits(database: pg.Client, neighbour: Visitor, commune: Made): Promise<string[]> {
  const [parted, renamed] = [
    await createSubAssociation(database, commune, { name: 'Khu phố Chia' }),
    await createSubAssociation(database, commune, { name: 'Khu phố Đổi' }),
  ];
  const way = `/admin/units/${parted.id}/change/split`;
  const parts = {
    part1: 'Khu phố Một',
    part2: 'Khu phố Hai',
    part3: '',
    part4: '',
    code1: '',
    code2: '',
    code3: '',
    code4: '',
    keep: '',
  };
  const planned = await sendNamed(neighbour, way, 'planChange', parts);
  const asked = await sendNamed(neighbour, `/admin/units/${renamed.id}/change/rename`, 'planChange');
  await sendNamed(neighbour, asked?.to ?? '', 'confirmPlan');
  const [change] = await read<Made>(
    database,
    `SELECT id FROM unit_change WHERE preview->'plan'->>'unitId' = '${renamed.id}' LIMIT 1`,
  );
  return [planned?.to ?? way, `/admin/units/${renamed.id}/change/undo/${change?.id}`];
}

/** A club whose practice others may take over, one that takes it, and a family of which a criterion is met. */
export async function sharedPractice(
  database: pg.Client,
  here: Made,
  { model }: Record<'model', string>,
  by: Made,
): Promise<string[]> {
  const kind = 'digital_womens_club';
  const [source, club] = [await createModel(database, here, { kind }), await createModel(database, here, { kind })];
  await database.query('UPDATE digital_model SET charter = $2, shared_practice = true WHERE id = $1', [
    source.id,
    { charter: 'Mỗi tuần một buổi', plan: '', lessons: ['Gọi video'] },
  ]);
  const [criterion] = await read<Made>(
    database,
    `SELECT c.id FROM criterion c JOIN criteria_list l ON l.id = c.list_id
     WHERE l.kind = 'digital_family' AND l.valid_to IS NULL AND c.counted_by IS NULL ORDER BY c.position LIMIT 1`,
  );
  const [day] = await read<{ today: string }>(database, 'SELECT app.today()::text AS today');
  await write(database, [
    [
      'criterion_met',
      { id: newId(), model_id: model, criterion_id: criterion?.id, valid_from: day?.today, judged_by_id: by.id },
    ],
  ]);
  return [
    `/admin/digital-models/practices/${source.id}?for=${club.id}`,
    `/admin/digital-models/${model}/criteria?judge=${criterion?.id}`,
  ];
}

/** A pair of the neighbour's own that has been quiet for long. */
export async function quietPair(database: pg.Client, theirs: Made): Promise<string[]> {
  const unit = await createSubAssociation(database, theirs, { name: 'Khu phố Lặng' });
  const [instructor, learner] = [await createMember(database, unit), await createMember(database, unit)];
  await createPair(database, unit, instructor, learner, { from: dayFromNow(-40) });
  return ['/admin/pairs/quiet'];
}

/** A unit that lacks what the union asks for, with somebody who answers for it. */
export async function unitThatLacks(database: pg.Client, commune: Made): Promise<string[]> {
  const unit = await createSubAssociation(database, commune, { name: 'Khu phố Còn Thiếu' });
  await createAccountWithRole(database, 'sub_association_head', [unit]);
  return [`/admin/reminders/new?units=${unit.id}`];
}
