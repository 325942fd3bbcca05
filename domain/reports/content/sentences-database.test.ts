import { beforeAll, expect, test } from 'vitest';
import { findPublishedProvinceCoverage } from '@/domain/coverage/queries';
import { db } from '@/prisma/client';
import { createCommune, createSubAssociation } from '@/test/factories/units';
import { makePastMonth, pastMonth, readyToSign } from '@/test/stages/reports';
import { makeCommune, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { signReport } from '../filing/sign-commands';
import { findReport } from '../queries';

let union: TestUnion;
let periodId: string;

beforeAll(async () => {
  [union, periodId] = [await makeUnion(), await makePastMonth()];
});

test('the report of the city calls silent whom all other pages do: not a place without units, which has signed', async () => {
  const silent = await createCommune(db, union.province, { name: 'Bàu Cạn' });
  await createSubAssociation(db, silent, { name: 'Ấp 1' });
  const empty = await makeCommune(union.province, 'Đak Lua');
  const hers = await makeViewer('commune_official', empty);
  expect(await signReport(hers, await readyToSign(hers, empty.id, periodId))).toMatchObject({ ok: true });

  const city = await makeViewer('province_official', union.province);
  const { communes = [], sentences = [] } = (await findReport(city, union.province.id, periodId))?.content ?? {};
  expect(communes.find(({ id }) => id === empty.id)).toMatchObject({ report: 'submitted', state: 'no_units' });
  expect(sentences.find(({ say }) => say === 'communes')).toEqual({
    say: 'communes',
    done: 0,
    communes: 4,
    silent: 1,
    withoutUnits: 1,
  });
  const { sub_association: told } = await findPublishedProvinceCoverage(pastMonth().to);
  expect(told).toMatchObject({ communesNotReported: 1, communesWithoutUnits: 1 });
});
