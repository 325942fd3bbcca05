import { expect, test } from 'vitest';
import { listAgeing } from '@/domain/articles/renewal/ageing-queries';
import { db } from '@/prisma/client';
import { createAccount } from '@/test/factories/accounts';
import { createArticle } from '@/test/factories/articles';
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

test('addresses that were typed into title, summary and text are found too, and of a link only where it leads', async () => {
  const union = await makeUnion();
  const editor = await makeViewer('editor', union.province);
  const id = await published(
    editor,
    writing(union.province, {
      titleVi: 'Mở https://a.gov.vn/tua',
      summaryVi: 'Xem b.gov.vn/tom-tat.',
      bodyVi: '**Vào https://c.gov.vn/bai**, d.gov.vn/tran, [e.gov.vn/chu](https://f.gov.vn/dich).',
    }),
  );
  // as texts are kept that were written before addresses became links
  const [author, approver] = [await createAccount(db), await createAccount(db)];
  const markdown = 'Vào **https://g.gov.vn/cu**, [h.gov.vn/chu](https://i.gov.vn/dich).';
  const older = await createArticle(db, { unit: union.province, author, approver, markdown });
  await collectLinks(async () => true, 'https://phunuso.example.org');
  const uses = await db.linkUse.findMany({
    where: { publication: { articleId: { in: [id, older.id] }, locale: 'vi' } },
    select: { link: { select: { address: true } } },
    take: 10,
  });
  expect(uses.map(({ link }) => link.address).sort()).toEqual([
    'https://a.gov.vn/tua',
    'https://b.gov.vn/tom-tat',
    'https://c.gov.vn/bai',
    'https://d.gov.vn/tran',
    'https://f.gov.vn/dich',
    'https://g.gov.vn/cu',
    'https://i.gov.vn/dich',
  ]);
});
