import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { chooseLeadPicture } from '@/domain/articles/pictures/lead-picture-commands';
import { today } from '@/domain/days/day';
import { listArticleEvents } from '@/domain/newsroom/history-queries';
import { fieldOf, type NamingInput } from '@/domain/newsroom/namings/naming';
import { nameKey } from '@/domain/people/name';
import { editPictureInput } from '@/domain/pictures/library';
import { editPicture } from '@/domain/pictures/library-commands';
import { findLibraryPicture } from '@/domain/pictures/library-queries';
import { returnWordsInput } from '@/domain/pictures/words';
import { db } from '@/prisma/client';
import { another, bringOut, drafted, versionOf, writing } from '@/test/stages/articles';
import { versionOfPicture, wholePicture } from '@/test/stages/pictures';
import { answers } from '@/test/stages/stories/stories';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { listNamesWaiting } from './named-words-queries';
import { approvePictureWords } from './picture-words-commands';

let union: TestUnion;
let head: Viewer;
let official: Viewer;
beforeAll(async () => {
  union = await makeUnion();
  head = await makeViewer('sub_association_head', union.khuPho5);
  official = await makeViewer('commune_official', union.longHung);
});

/** A public picture, in so many articles, whose new words wait. */
async function waits(altVi: string, articles = 1) {
  const pictureId = await wholePicture(official, union.khuPho5, 'nobody');
  const ids: string[] = [];
  for (let each = 0; each < articles; each++) {
    const articleId = await drafted(official, writing(union.longHung));
    await chooseLeadPicture(official, { articleId, pictureId, version: await versionOf(official, articleId) });
    await bringOut(official, articleId);
    ids.push(articleId);
  }
  const version = String(await versionOfPicture(head, pictureId));
  const words = { altVi, altEn: 'Women learn to call', focalX: '50', focalY: '40' };
  const edited = await editPicture(head, editPictureInput.parse({ pictureId, version, ...words }));
  expect(edited).toMatchObject({ ok: true, value: { waits: true } });
  return { pictureId, ids };
}
const approve = async (pictureId: string, said: NamingInput = {}, viewer = official) =>
  approvePictureWords(viewer, { pictureId, version: await versionOfPicture(viewer, pictureId), ...said });
const field = (name: string) => fieldOf({ name, key: nameKey(name) });
const saying = (name: string, naming: 'agreed' | 'public_role' | 'nobody'): NamingInput => ({
  naming: { [field(name)]: naming },
  ...(naming === 'agreed' && { channel: { [field(name)]: 'phone' }, agreedOn: { [field(name)]: today() } }),
});
const namesOf = async (pictureId: string, viewer = official) => {
  const picture = await findLibraryPicture(viewer, pictureId);
  return picture && (await listNamesWaiting(viewer, picture)).map((each) => each.name);
};
const alt = async (pictureId: string) =>
  (await db.mediaText.findFirstOrThrow({ where: { pictureId, locale: 'vi' }, select: { alt: true } })).alt;

test('a name in new words of a public picture is answered for by whoever accepts them, in every article that shows it', async () => {
  const name = 'Tô Thị Chú Thích';
  const { pictureId, ids } = await waits(`Chị ${name} cầm máy`, 2);
  expect(await namesOf(pictureId)).toEqual([name]);
  expect(await approve(pictureId)).toEqual({ ok: false, problem: 'names-unanswered' });
  expect(await alt(pictureId)).toBe('Chị em học gọi video');
  expect(await approve(pictureId, saying(name, 'agreed'))).toMatchObject({ ok: true });
  expect(await alt(pictureId)).toBe(`Chị ${name} cầm máy`);
  for (const id of ids) {
    const said = (await listArticleEvents(official, id))?.find(({ what }) => what === 'namesAnswered');
    expect(said?.names).toMatchObject([{ name, answer: 'agreed', channel: 'phone' }]);
  }
});

test('her yes on record settles it, her no is not answered away', async () => {
  const [yes, no] = ['Lâm Thị Đồng Ý', 'Lâm Thị Chối Từ'];
  await answers(official, await makeMember(union.khuPho5, yes), 'given');
  const settled = await waits(`Chị ${yes} cầm máy`);
  expect(await namesOf(settled.pictureId)).toEqual([]);
  expect((await approve(settled.pictureId)).ok).toBe(true);
  await answers(official, await makeMember(union.khuPho5, no), 'refused');
  const { pictureId } = await waits(`Chị ${no} cầm máy`);
  expect(await approve(pictureId, saying(no, 'agreed'))).toEqual({ ok: false, problem: 'naming-refused' });
});

test('who may not decide about the words is asked about no name', async () => {
  const { pictureId } = await waits('Chị Tô Thị Ai Đó cầm máy');
  expect(await namesOf(pictureId, head)).toEqual([]);
  expect(await namesOf(pictureId, await another(official))).toHaveLength(1);
});

test('new words are not returned without a word why', () => {
  const sent = (remark: string) => returnWordsInput.safeParse({ pictureId: field('x'), version: '1', remark });
  const paths = (remark: string) => sent(remark).error?.issues.map(({ path }) => path[0]);
  expect(paths('')).toContain('remark');
  expect(paths('Nói rõ các chị làm gì.')).not.toContain('remark');
});
