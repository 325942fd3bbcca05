import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { editArticle } from '@/domain/articles/commands';
import { beginEdition } from '@/domain/articles/renewal/edition-commands';
import { withdrawArticle } from '@/domain/newsroom/publish-commands';
import { db, refusal, transaction } from '@/prisma/client';
import {
  another,
  bringOut,
  drafted,
  published,
  submitted,
  versionOf,
  withdrawing,
  writing,
} from '@/test/stages/articles';
import { answers, choosing, draftedOn, outOf, publishedOn } from '@/test/stages/stories/stories';
import { processOf, untilSomebodyWaitsFor } from '@/test/stages/waiting';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { chooseSubjectPerson, removeSubjectPerson, sayNaming } from './subject-person-commands';
import { findSubjectPerson, listAgreeing } from './subject-person-queries';

let union: TestUnion;
let official: Viewer;
let head: Viewer;
let editor: Viewer;
let reader: Viewer;
let neighbour: Viewer;
beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  head = await makeViewer('sub_association_head', union.khuPho5);
  editor = await makeViewer('editor', union.province);
  reader = await makeViewer('viewer', union.longHung);
  neighbour = await makeViewer('commune_official', union.trangDai);
});

const story = () => drafted(official, writing(union.longHung));
const of = async (viewer: Viewer, articleId: string) => (await findSubjectPerson(viewer, articleId))?.of;
const choose = async (viewer: Viewer, articleId: string, personId: string) => {
  const result = await chooseSubjectPerson(viewer, await choosing(official, articleId, personId));
  return result.ok ? 'chosen' : result.problem;
};
const remove = async (viewer: Viewer, articleId: string) => {
  const version = (await findSubjectPerson(viewer, articleId))?.version ?? 0;
  const result = await removeSubjectPerson(viewer, { articleId, version });
  return result.ok ? 'removed' : result.problem;
};
const naming = async (viewer: Viewer, articleId: string, said: 'named' | 'unnamed') => {
  const result = await sayNaming(viewer, { articleId, version: await versionOf(viewer, articleId), naming: said });
  return result.ok ? 'said' : result.problem;
};

describe('of whom a story tells', () => {
  test('is chosen and taken away by whoever writes it and sees her, and the trail does not say who she is', async () => {
    const [id, personId] = [await story(), await makeMember(union.khuPho5, 'Trần Thị Truyện')];
    expect(await of(official, id)).toBeNull();
    expect(await choose(official, id, personId)).toBe('chosen');
    expect(await of(official, id)).toMatchObject({ kind: 'seen', id: personId, name: 'Trần Thị Truyện' });
    expect(await findSubjectPerson(official, id)).toMatchObject({ agrees: false, names: true, mayAsk: true });
    expect(await remove(official, id)).toBe('removed');
    expect(await remove(official, id)).toBe('nobody-told-of');
    expect(await of(official, id)).toBeNull();
    const entries = await db.auditEntry.findMany({ where: { subjectId: id }, select: { change: true }, take: 9 });
    expect(entries).toHaveLength(3);
    expect(JSON.stringify(entries)).not.toContain(personId);
  });

  test('is said of stories alone, and of one woman at most', async () => {
    const [one, other] = [await makeMember(union.khuPho5), await makeMember(union.khuPho5)];
    const news = await drafted(official, writing(union.longHung, { kind: 'news' }));
    expect(await findSubjectPerson(official, news)).toBeNull();
    expect(await choose(official, news, one)).toBe('not-found');
    const id = await draftedOn(official, one, writing(union.longHung));
    expect(await choose(official, id, other)).toBe('chosen');
    expect(await of(official, id)).toMatchObject({ id: other });
  });

  test('is told by name to nobody who may not see her record: an editor knows only that there is somebody', async () => {
    const id = await draftedOn(official, await makeMember(union.khuPho5), writing(union.longHung));
    const seen = await findSubjectPerson(editor, id);
    expect(seen).toMatchObject({ of: { kind: 'unseen' }, mayAsk: false, agrees: false });
    expect(Object.keys(seen?.of ?? {})).toEqual(['kind']);
    expect(await remove(editor, id)).toBe('subject-unseen');
    expect(await choose(editor, id, await makeMember(union.khuPho5))).toBe('not-found');
    // nor does who only reads learn what she answered
    const read = { of: { kind: 'seen' }, mayAsk: false, agrees: null, ended: null };
    expect(await findSubjectPerson(reader, id)).toMatchObject(read);
    expect(await remove(reader, id)).toBe('not-allowed');
  });

  test('a neighbour’s story does not exist, nor does a neighbour’s woman, one who was merged, or one who was erased', async () => {
    const [id, hers] = [await story(), await makeMember(union.khuPho5)];
    const [theirs, merged, erased] = [
      await makeMember(union.ongHuong),
      await makeMember(union.khuPho5),
      await makeMember(union.khuPho5),
    ];
    await db.person.update({ where: { id: merged }, data: { mergedIntoId: hers }, select: { id: true } });
    await db.person.update({
      where: { id: erased },
      data: { fullName: null, erasedOn: new Date() },
      select: { id: true },
    });
    for (const personId of [theirs, merged, erased]) expect(await choose(official, id, personId)).toBe('not-found');
    expect(await choose(neighbour, id, theirs)).toBe('not-found');
    expect(await findSubjectPerson(neighbour, id)).toBeNull();
    expect(await listAgreeing(neighbour, [hers])).toEqual([]);
    const late = db.article.update({ where: { id }, data: { subjectPersonId: merged }, select: { id: true } });
    expect(refusal(await late.catch((error: unknown) => error))).toBe('merged_record');
  });

  test('of two who choose at once the second is told, and a form that is behind changes nothing', async () => {
    const [id, one, other] = [await story(), await makeMember(union.khuPho5), await makeMember(union.khuPho5)];
    const form = await choosing(official, id, one);
    const results = await Promise.all([
      chooseSubjectPerson(official, form),
      chooseSubjectPerson(official, { ...form, personId: other }),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ problem: 'subject-changed' });
    expect(await removeSubjectPerson(official, { articleId: id, version: form.version })).toMatchObject({
      problem: 'subject-changed',
    });
  });

  test('of what readers see is for who publishes it: a head chooses for her own draft, and not once it is public', async () => {
    const personId = await makeMember(union.khuPho5);
    await answers(official, personId, 'given');
    const own = await drafted(head, writing(union.khuPho5));
    expect(await choose(head, own, personId)).toBe('chosen');
    await bringOut(official, own);
    const other = await makeMember(union.khuPho5);
    expect(await choose(head, own, other)).toBe('not-allowed');
    expect(await outOf(own)).toEqual({ live: 2, planned: 0 });
    expect((await beginEdition(head, { articleId: own, version: await versionOf(head, own) })).ok).toBe(true);
    expect(await choose(head, own, other)).toBe('not-allowed');
    // what she writes anew readers do not see yet
    expect(await naming(head, own, 'unnamed')).toBe('said');
  });
});

describe('between the look and the deed', () => {
  test('she is erased: nobody chooses her any more', async () => {
    const [id, personId] = [await story(), await makeMember(union.khuPho5)];
    const { choosing: chosen } = await transaction(async (tx) => {
      const erased = { fullName: null, erasedOn: new Date() };
      await tx.person.update({ where: { id: personId }, data: erased, select: { id: true } });
      const waiting = choose(official, id, personId);
      await untilSomebodyWaitsFor(await processOf(tx));
      return { choosing: waiting };
    });
    expect(await chosen).toBe('not-found');
    expect(await of(official, id)).toBeNull();
  });

  test('the story is published: its woman is not taken away from it', async () => {
    const personId = await makeMember(union.khuPho5);
    await answers(official, personId, 'given');
    const id = await submitted(official, await draftedOn(official, personId, writing(union.longHung)));
    const text = await db.editionText.findFirstOrThrow({ where: { edition: { articleId: id }, locale: 'vi' } });
    const other = await another(official);
    const { removing } = await transaction(async (tx) => {
      const approval = { editionId: text.editionId, kind: 'approved' as const, decidedById: other.accountId };
      await tx.editionDecision.create({ data: approval, select: { id: true } });
      const row = { articleId: id, locale: 'vi', textId: text.id, plannedAt: new Date(), publishedAt: new Date() };
      await tx.publication.create({ data: row, select: { id: true } });
      const waiting = remove(official, id);
      await untilSomebodyWaitsFor(await processOf(tx));
      return { removing: waiting };
    });
    expect(await removing).toBe('public-first');
    expect(await of(official, id)).toMatchObject({ id: personId });
  });
});

describe('a public story', () => {
  test('stays when its woman is said and has agreed; of one who has not it leaves the public in the same moment', async () => {
    const [agreeing, silent] = [await makeMember(union.khuPho5), await makeMember(union.khuPho5)];
    await answers(official, agreeing, 'given');
    expect(await listAgreeing(official, [agreeing, silent])).toEqual([agreeing]);
    const [stays, leaves] = [
      await published(official, writing(union.longHung)),
      await published(official, writing(union.longHung)),
    ];
    expect(await chooseSubjectPerson(official, await choosing(official, stays, agreeing))).toMatchObject({
      value: { ended: false, shown: [] },
    });
    expect(await outOf(stays)).toEqual({ live: 2, planned: 0 });
    expect(await chooseSubjectPerson(official, await choosing(official, leaves, silent))).toMatchObject({
      value: { ended: true, shown: [{ id: leaves, kind: 'story' }] },
    });
    expect(await outOf(leaves)).toEqual({ live: 0, planned: 0 });
  });

  test('keeps its woman while it is public, and behind an approved text: who chose wrongly begins a new edition', async () => {
    const id = await publishedOn(official, await makeMember(union.khuPho5), writing(union.longHung));
    expect(await remove(official, id)).toBe('public-first');
    expect(await choose(official, id, await makeMember(union.khuPho5))).toBe('public-first');
    await withdrawArticle(official, withdrawing(id));
    expect(await remove(official, id)).toBe('begin-an-edition');
    expect((await beginEdition(official, { articleId: id, version: await versionOf(official, id) })).ok).toBe(true);
    expect(await remove(official, id)).toBe('removed');
  });
});

describe('whether a text names her', () => {
  test('is said of what is being written, by who then does not approve it; what was approved keeps it', async () => {
    const id = await draftedOn(official, await makeMember(union.khuPho5), writing(union.longHung));
    expect(await naming(editor, id, 'unnamed')).toBe('said');
    expect(await findSubjectPerson(official, id)).toMatchObject({ names: false });
    const { editions } = await db.article.findUniqueOrThrow({
      where: { id },
      select: { editions: { select: { id: true, editionAuthors: { select: { accountId: true }, take: 9 } }, take: 1 } },
    });
    expect(editions[0]?.editionAuthors.map(({ accountId }) => accountId)).toContain(editor.accountId);
    await bringOut(official, id);
    expect(await naming(official, id, 'named')).toBe('begin-an-edition');
    const secretly = db.edition.update({
      where: { id: editions[0]?.id ?? '' },
      data: { namesSubject: true },
      select: { id: true },
    });
    expect(refusal(await secretly.catch((error: unknown) => error))).toBe('approved_text_fixed');
    expect((await beginEdition(official, { articleId: id, version: await versionOf(official, id) })).ok).toBe(true);
    // a new edition names her until somebody says otherwise of it
    expect(await findSubjectPerson(official, id)).toMatchObject({ names: true });
    const theirs = await sayNaming(neighbour, { articleId: id, version: 1, naming: 'named' });
    expect(theirs).toMatchObject({ problem: 'not-found' });
    expect(await naming(official, await story(), 'unnamed')).toBe('nobody-told-of');
  });

  test('is answered by her name where it stands in any of the texts, whatever was said', async () => {
    const personId = await makeMember(union.khuPho5, 'Lê Thị Hoà Tên');
    const input = writing(union.longHung, { bodyEn: 'Then LÊ THỊ HÒA  Tên laughed.' });
    const id = await draftedOn(official, personId, input);
    expect(await naming(official, id, 'unnamed')).toBe('still-named');
    const { kind: _kind, unitId: _unit, ...words } = input;
    const edit = async (bodyEn: string) =>
      editArticle(official, { ...words, bodyEn, articleId: id, version: await versionOf(official, id) });
    expect((await edit('Then she laughed.')).ok).toBe(true);
    expect(await naming(official, id, 'unnamed')).toBe('said');
    expect((await edit('Then Lê Thị Hoà Tên laughed.')).ok).toBe(true);
    expect(await findSubjectPerson(official, id)).toMatchObject({ names: true });
    await expect(bringOut(official, id)).rejects.toThrow('name-not-agreed');
  });
});
