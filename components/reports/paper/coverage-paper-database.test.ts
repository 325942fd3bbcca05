import { renderToBuffer } from '@react-pdf/renderer';
import mammoth from 'mammoth';
import readWorkbook from 'read-excel-file/node';
import { extractText } from 'unpdf';
import { createTranslator } from 'use-intl/core';
import { expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { dayOf, monthStart, today } from '@/domain/days/day';
import { returnReport } from '@/domain/reports/filing/decide-commands';
import { signReport } from '@/domain/reports/filing/sign-commands';
import { findReport } from '@/domain/reports/queries';
import { findSigned } from '@/domain/reports/signed-queries';
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

/** The files of a report as its n-th signing filed it, counted from the first. */
async function filedFiles(viewer: Viewer, unitId: string, periodId: string, nth: number) {
  const { actions } = (await findReport(viewer, unitId, periodId)) ?? expect.unreachable();
  const { id: signingId } = actions.filter(({ kind }) => kind === 'submitted').at(-1 - nth) ?? expect.unreachable();
  const { content, signing } =
    (await findSigned(viewer, { unitId, periodId, signingId })) ?? expect.unreachable('it was signed');
  const signed = { name: content.named?.signer ?? '', day: dayOf(signing.at), snapshotId: signing.snapshotId ?? '' };
  const { city } = content.named ?? expect.unreachable();
  const paper = reportPaper(words, { content, city, signed: { ...signed, sha256: signing.sha256 ?? '' } });
  const files = [await wordPaper(paper), await sheetPaper(paper), await renderToBuffer(PaperDocument(paper))];
  return { signingId, files: files.map((file) => Buffer.from(file).toString('base64')) };
}

test('what a signing filed is the same three files after the report was opened, corrected and signed anew, and nobody else’s', async () => {
  const union = await makeUnion();
  const official = await makeViewer('commune_official', union.longHung);
  const province = await makeViewer('province_official', union.province);
  const periodId = await makePastMonth();
  const sign = async () => signReport(official, await readyToSign(official, union.longHung.id, periodId));
  await makeCovered(union.khuPho5);
  expect(await sign()).toMatchObject({ ok: true });
  const first = await filedFiles(official, union.longHung.id, periodId, 0);

  const { row } = (await findReport(province, union.longHung.id, periodId)) ?? expect.unreachable();
  const about = { unitId: union.longHung.id, periodId, version: row.version };
  expect(await returnReport(province, { ...about, remark: 'Sót Khu phố 6' })).toMatchObject({ ok: true });
  await makeCovered(union.khuPho6);
  expect(await filedFiles(province, union.longHung.id, periodId, 0)).toEqual(first);
  expect(await sign()).toMatchObject({ ok: true });
  expect(await filedFiles(official, union.longHung.id, periodId, 0)).toEqual(first);
  const second = await filedFiles(official, union.longHung.id, periodId, 1);
  for (const [at, file] of second.files.entries()) expect(file).not.toBe(first.files[at]);

  const { signingId } = first;
  const asked = { unitId: union.longHung.id, periodId, signingId };
  const neighbour = await makeViewer('commune_official', union.trangDai);
  for (const [viewer, named] of [
    [neighbour, asked],
    [await makeViewer('trainer', union.longHung), asked],
    [neighbour, { ...asked, unitId: union.trangDai.id }],
    [official, { ...asked, signingId: periodId }],
    [official, { ...asked, signingId: 'x' }],
    [official, { ...asked, periodId: await makePastMonth(2) }],
  ] as const)
    expect(await findSigned(viewer, named)).toBeNull();
});
