import { afterEach, beforeEach, expect, test } from 'vitest';
import { listPublishedTold } from '@/domain/articles/published/told-queries';
import { erasePerson } from '@/domain/consents/erasure/erasure-commands';
import { today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { dropValues, keepNothing, keepValues } from '@/prisma/kept/kept-values';
import { writing } from '@/test/stages/articles';
import { publishedOn } from '@/test/stages/stories/stories';
import { makeMember, makeUnion, makeViewer } from '@/test/union';
import { recordDrops } from './drops';

beforeEach(keepValues);
afterEach(keepNothing);

test('what is told of a commune tells no story of a woman any more once her data went', async () => {
  const union = await makeUnion();
  const official = await makeViewer('commune_official', union.longHung);
  const [name, titleVi] = ['Ngô Thị Xin Xóa', 'Chị kể chuyện của mình'];
  const personId = await makeMember(union.khuPho5, name);
  await publishedOn(
    official,
    personId,
    writing(union.longHung, { kind: 'story', communeIds: [union.longHung.id], titleVi }),
  );
  const told = async () => {
    const { story } = await listPublishedTold('vi', union.longHung.slug);
    return story.map(({ title }) => title);
  };
  expect(await told()).toContain(titleVi);
  const { version } = await db.person.findUniqueOrThrow({ where: { id: personId }, select: { version: true } });
  const erased = await erasePerson(official, { personId, version, name, reason: 'asked', askedOn: today() });
  expect(erased).toMatchObject({ ok: true });
  dropValues(recordDrops);
  expect(await told()).not.toContain(titleVi);
});
