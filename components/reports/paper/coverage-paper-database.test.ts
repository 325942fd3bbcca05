import { renderToBuffer } from '@react-pdf/renderer';
import mammoth from 'mammoth';
import readWorkbook from 'read-excel-file/node';
import { extractText } from 'unpdf';
import { createTranslator } from 'use-intl/core';
import { expect, test } from 'vitest';
import { monthStart, today } from '@/domain/days/day';
import { signReport } from '@/domain/reports/filing/sign-commands';
import { findReport } from '@/domain/reports/queries';
import { messagesOf } from '@/i18n/messages';
import { db } from '@/prisma/client';
import { createSubAssociation } from '@/test/factories/units';
import { makeCovered, makePastMonth, readyToSign } from '@/test/stages/reports';
import { makeUnion, makeViewer } from '@/test/union';
import { PaperDocument } from './paper-document';
import type { PaperWords } from './paper-words';
import { reportPaper } from './report-paper';
import { sheetPaper } from './sheet-paper';
import { wordPaper } from './word-paper';

// biome-ignore lint/suspicious/noExplicitAny: the type of a translator that does not know its words
const messages: Record<string, any> = await messagesOf('vi');
const say = (namespace: string) => createTranslator({ locale: 'vi', messages, namespace }) as never;
const words: PaperWords = {
  locale: 'vi',
  t: say('reports'),
  places: say('trainings'),
  kinds: say('digital-models.kind'),
  groups: say('consents.sensitive.groups'),
  names: new Map(),
  demo: 'Dữ liệu thử nghiệm',
  address: 'https://portal.invalid/bao-cao/kiem-tra',
};

/** A ward of three sub-associations, two of them covered on the last day of the month, all three today. */
async function signedPaper() {
  const union = await makeUnion();
  const official = await makeViewer('commune_official', union.longHung);
  const third = await createSubAssociation(db, union.longHung, { name: 'Khu phố 7' });
  const periodId = await makePastMonth();
  await makeCovered(union.khuPho5);
  await makeCovered(union.khuPho6);
  expect(await signReport(official, await readyToSign(official, union.longHung.id, periodId))).toMatchObject({
    ok: true,
  });
  await makeCovered(third, monthStart(today()));
  const { content } = (await findReport(official, union.longHung.id, periodId)) ?? expect.unreachable();
  const signed = { name: 'Nguyễn Thị Thử', day: today(), snapshotId: '0197-abcd', sha256: '9f86d0' };
  return reportPaper(words, { content, city: { name: 'Đồng Nai', kind: 'city' }, signed });
}

test('of a month that ended with two of three sub-associations covered, all three files say 66,7 %, 2 and 3, whatever came since', async () => {
  const paper = await signedPaper();

  const { value: html } = await mammoth.convertToHtml({ buffer: await wordPaper(paper) });
  const cells = html.split('<tr>').map((row) => [...row.matchAll(/<p>(.*?)<\/p>/g)].map(([, cell]) => cell));
  expect(cells.find(([first]) => first === 'Chi hội')?.slice(0, 4)).toEqual(['Chi hội', '66,7', '2', '3']);

  const book = await readWorkbook(Buffer.from(await sheetPaper(paper)));
  const row = book.flatMap(({ data }) => data).find(([first]) => first === 'Chi hội');
  expect(row?.slice(0, 4)).toEqual(['Chi hội', 66.7, 2, 3]);

  const { text } = await extractText(new Uint8Array(await renderToBuffer(PaperDocument(paper))), { mergePages: true });
  expect(text.replaceAll(/\s+/g, ' ')).toContain('Chi hội 66,7 2 3 ');
  expect(text.replaceAll(/\s+/g, ' ')).toContain('2 trên 3 chi hội đạt, tỷ lệ bao phủ 66,7%');
});
