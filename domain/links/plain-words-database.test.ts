import { expect, test } from 'vitest';
import { listAgeing } from '@/domain/articles/renewal/ageing-queries';
import { db } from '@/prisma/client';
import { bringOut, drafted, published, stepped, writing } from '@/test/stages/articles';
import { makeUnion, makeViewer } from '@/test/union';
import { collectLinks } from './collect-commands';

test('links are found in the parts of a guide and in easy versions too, and in what changed, where they are plain words', async () => {
  const easyReadVi = 'Chị vào trang vneid.gov.vn/de-doc. Ở đó có người giúp.';
  const union = await makeUnion();
  const editor = await makeViewer('editor', union.province);
  const id = await drafted(editor, writing(union.province, { kind: 'guide', easyReadVi }));
  await stepped(editor, id, 'Mở https://dichvucong.gov.vn/cu');
  await bringOut(editor, id);
  await published(editor, writing(union.province, { whatChangedVi: 'Chị tự nộp ở dichvucong.gov.vn/moi.' }));
  await collectLinks(async () => true, 'https://phunuso.example.org');
  const addresses = async () =>
    (await db.linkUse.findMany({ select: { link: { select: { address: true } } }, take: 10 })).map(
      ({ link }) => link.address,
    );
  const found = ['https://dichvucong.gov.vn/cu', 'https://dichvucong.gov.vn/moi', 'https://vneid.gov.vn/de-doc'];
  expect([...new Set(await addresses())].sort()).toEqual(found);
  await db.$executeRaw`UPDATE link SET state = 'gone' WHERE address = ${found[0]}`;
  expect((await listAgeing(editor, { reason: 'link-broken' })).texts.map((text) => text.id)).toEqual([id]);
});
