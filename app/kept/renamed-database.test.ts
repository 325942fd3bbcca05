import { expect, test } from 'vitest';
import { editPerson } from '@/domain/people/edit-commands';
import { bringOut, drafted, writing } from '@/test/stages/articles';
import { tellsOf, unname } from '@/test/stages/stories/stories';
import { makeMember, makeUnion, makeViewer } from '@/test/union';
import { renamedDrops } from './drops';

test('a public page that tells of a woman is drawn anew once she is called otherwise, and for nothing else of her', async () => {
  const union = await makeUnion();
  const official = await makeViewer('commune_official', union.longHung);
  const personId = await makeMember(union.khuPho5, 'Ngô Thị Trước');
  const articleId = await tellsOf(official, await drafted(official, writing(union.longHung)), personId);
  const edit = async (name: string, version: number) => {
    const input = { personId, name, version, birthYear: 1980, languages: [], dropPhone: false };
    const edited = await editPerson(official, input);
    return edited.ok && edited.value.renamed;
  };
  expect([await edit('Ngô Thị Trước', 1), await edit('Ngô Thị Sau', 2)]).toEqual([false, true]);
  expect(await renamedDrops(personId)).toEqual([]);
  await unname(official, articleId);
  await bringOut(official, articleId);
  expect(await renamedDrops(personId)).toEqual([`article:${articleId}`]);
});
