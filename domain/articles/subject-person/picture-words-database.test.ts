import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { chooseLeadPicture } from '@/domain/articles/pictures/lead-picture-commands';
import { approveArticle } from '@/domain/newsroom/decision-commands';
import { approvePictureWords } from '@/domain/newsroom/picture-words/picture-words-commands';
import { publishArticle } from '@/domain/newsroom/publish-commands';
import { editPictureInput } from '@/domain/pictures/library';
import { editPicture } from '@/domain/pictures/library-commands';
import { another, bringOut, submitted, versionOf, writing } from '@/test/stages/articles';
import { versionOfPicture, wholePicture } from '@/test/stages/pictures';
import { answers, draftedOn, outOf, takesBack, unname } from '@/test/stages/stories/stories';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { sayNaming } from './subject-person-commands';

let union: TestUnion;
let official: Viewer;
beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
});

const woman = (name: string) => makeMember(union.khuPho5, name);
const inText = (pictureId: string) => `Chị cười.\n\n[[/admin/pictures/${pictureId}]]`;

async function words(pictureId: string, change: Record<string, string>): Promise<string> {
  const version = String(await versionOfPicture(official, pictureId));
  const drawn = { altVi: 'Chị em học', altEn: 'Women learn', focalX: '50', focalY: '50' };
  const edited = await editPicture(official, editPictureInput.parse({ pictureId, version, ...drawn, ...change }));
  return edited.ok ? 'saved' : edited.problem;
}

/** Words of a picture that readers see, which somebody else approves then. */
async function wordsInPublic(pictureId: string, change: Record<string, string>): Promise<string> {
  const saved = await words(pictureId, change);
  if (saved !== 'saved') return saved;
  const version = await versionOfPicture(official, pictureId);
  const approved = await approvePictureWords(await another(official), { pictureId, version });
  return approved.ok ? 'approved' : approved.problem;
}

/** A draft on her with a picture at its head or within, said not to name her. */
async function unnamed(personId: string, pictureId: string, place: 'head' | 'within'): Promise<string> {
  const bodies = place === 'within' ? { bodyVi: inText(pictureId) } : {};
  const articleId = await draftedOn(official, personId, writing(union.longHung, bodies));
  if (place === 'head') {
    const chosen = { articleId, pictureId, version: await versionOf(official, articleId) };
    expect(await chooseLeadPicture(official, chosen)).toMatchObject({ ok: true });
  }
  await unname(official, articleId);
  return articleId;
}
async function publish(articleId: string): Promise<string> {
  await submitted(official, articleId);
  const form = async () => ({ articleId, version: await versionOf(official, articleId) });
  expect(await approveArticle(await another(official), { ...(await form()), locales: [] })).toMatchObject({ ok: true });
  const result = await publishArticle(official, { ...(await form()), locales: ['vi'] });
  return result.ok ? result.value.went : result.problem;
}

describe.each(['head', 'within'] as const)('her name at a picture, at the place "%s"', (place) => {
  test('names her: a text said not to name her does not go out with it while she has not agreed', async () => {
    const name = `Lý Thị Chú Thích ${place === 'head' ? 'Một' : 'Hai'}`;
    const pictureId = await wholePicture(official, union.khuPho5, 'nobody');
    const [silent, agreeing] = [await woman(name), await woman(name)];
    await answers(official, agreeing, 'given');
    const [hers, agreed] = [await unnamed(silent, pictureId, place), await unnamed(agreeing, pictureId, place)];
    expect(await words(pictureId, { captionVi: `Chị ${name} dạy.`, captionEn: 'She teaches.' })).toBe('saved');
    const again = { articleId: hers, version: await versionOf(official, hers), naming: 'unnamed' as const };
    expect(await sayNaming(official, again)).toMatchObject({ problem: 'still-named' });
    expect(await publish(hers)).toBe('name-not-agreed');
    expect(await publish(agreed)).toBe('published');
    await takesBack(official, agreeing);
    expect(await outOf(agreed)).toEqual({ live: 0, planned: 0 });
  });

  test('is not written there while a text that may not name her is public; other words, and hers who agrees, are', async () => {
    const name = `Lý Thị Lời Tả ${place === 'head' ? 'Một' : 'Hai'}`;
    const pictureId = await wholePicture(official, union.khuPho5, 'nobody');
    const personId = await woman(name);
    const articleId = await unnamed(personId, pictureId, place);
    await bringOut(official, articleId);
    expect(await words(pictureId, { altVi: `Chị ${name} cười` })).toBe('names-who-has-not-agreed');
    expect(await wordsInPublic(pictureId, { altVi: 'Chị cười' })).toBe('approved');
    await answers(official, personId, 'given');
    expect(await wordsInPublic(pictureId, { altVi: `Chị ${name} cười` })).toBe('approved');
    expect((await outOf(articleId)).live).toBe(2);
  });
});
