import { createMember } from '../../test/factories/people';
import { type Made, read } from '../../test/factories/write';
import { expect } from '../support/reader/expect';
import { test } from '../support/test';

type Place = Made & { above: string };

test('a learner of a group is paired for the group or for its sub-association: both are offered, and the one that is chosen is sent', async ({
  readAs,
  database,
}) => {
  const [group] = await read<Place>(
    database,
    `SELECT g.unit_id AS id, g.sub_association_id AS above FROM unit_span g
     JOIN unit c ON c.id = g.commune_id AND c.slug = 'long-hung'
     JOIN unit_name n ON n.unit_id = g.sub_association_id AND n.name = 'Chi hội Khu phố 5'
     JOIN unit_name o ON o.unit_id = g.unit_id AND o.name = 'Tổ 1'
     WHERE g.level = 'group' AND g.is_last LIMIT 1`,
  );
  const learner = await createMember(database, group ?? { id: '' });
  const page = await readAs('khupho5');
  await page.goto(`/admin/pairs/new?unit=${group?.above}&learner=${learner.id}`);
  const places = page.getByRole('navigation', { name: 'Cặp này tính cho nơi nào' });
  const sent = page.locator('input[name="unitId"]');
  await expect(places.getByRole('link')).toHaveCount(2);
  await expect(places.locator('[aria-current]')).toContainText('Chi hội Khu phố 5');
  await expect(sent).toHaveAttribute('value', group?.above ?? '');
  await places.getByRole('link', { name: /^Tổ 1/ }).click();
  await expect(sent).toHaveAttribute('value', group?.id ?? '');
  await expect(places).toHaveCount(0);
});

test('where pairs are looked for each gap offers one, also where there is no family yet', async ({
  readAs,
  database,
}) => {
  const [gap] = await read<Made & { commune: string }>(
    database,
    `SELECT m.unit_id AS id, c.id AS commune FROM unit c
     CROSS JOIN app.missing(c.id, (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date) m
     WHERE c.slug = 'long-hung' AND m.level = 'group' AND m.missing::text[] @> '{family,pair}' ORDER BY m.unit_id DESC LIMIT 1`,
  );
  const page = await readAs('longhung');
  const pairing = page.locator(`main a[href^="/admin/pairs/new?unit=${gap?.id}"]`);
  const founding = page.locator(`main a[href="/admin/digital-models/new?kind=digital_family&unit=${gap?.id}"]`);
  await page.goto(`/admin/coverage/${gap?.commune}?lacks=pair`);
  await expect(pairing).toHaveCount(1);
  await expect(founding).toHaveCount(0);
  await page.goto(`/admin/coverage/${gap?.commune}?lacks=family`);
  await expect(pairing).toHaveCount(0);
  await expect(founding).toHaveCount(1);
});
