import { Document, Packer, Paragraph } from 'docx';
import mammoth from 'mammoth';
import PizZip from 'pizzip';
import { expect } from '../support/reader/expect';
import type { Reader } from '../support/reader/reader';
import { monthsOf } from '../support/stage/reports';
import { type Account, test } from '../support/test';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const TEMPLATE = '/admin/reports/template';
const UNKNOWN = 'Không có báo cáo nào như vậy';
const formats = ['docx', 'xlsx', 'pdf'] as const;

const letter = (buffer: Buffer) => ({ name: 'mau.docx', mimeType: WORD, buffer });
const wordsOf = async (buffer: Buffer) => (await mammoth.extractRawText({ buffer })).value;

/** The file at an address, as the reader's program would keep it. */
async function fileAt(reader: Reader, address: string): Promise<Buffer> {
  const answer = await reader.request.get(address);
  expect(answer.status(), address).toBe(200);
  return answer.body();
}

const filesAt = (reader: Reader, report: string) =>
  Promise.all(formats.map((format) => fileAt(reader, `${report}/file?format=${format}`)));

/** A letter in which one field is misspelt and all else is right. */
const misspelt = () =>
  Packer.toBuffer(
    new Document({
      sections: [{ children: ['{co_quna}', '{ban_chup}', '{ma_so_lieu}'].map((text) => new Paragraph(text)) }],
    }),
  );

/** The same letter with a line of the union's own above it. */
function withLine(file: Buffer, line: string): Buffer {
  const zip = new PizZip(file);
  const body = zip.file('word/document.xml')?.asText() ?? '';
  zip.file('word/document.xml', body.replace('<w:body>', `<w:body><w:p><w:r><w:t>${line}</w:t></w:r></w:p>`));
  return zip.generate({ type: 'nodebuffer' });
}

async function upload(reader: Reader, file: Buffer, remark: string) {
  await reader.goto(TEMPLATE);
  await reader.getByLabel('Tệp Word (.docx)').setInputFiles(letter(file));
  await reader.getByLabel('Ghi chú', { exact: true }).fill(remark);
  await reader.getByRole('button', { name: 'Tải lên và kiểm tra' }).click();
}

test('the union’s letter is refused by the name of its mistake, else looked at, chosen, and the built-in one taken again; what was signed keeps its own', async ({
  readAs,
  database,
}) => {
  const province = await readAs('province');
  const { signed, running } = await monthsOf(database);
  const before = await fileAt(province, `${signed}/file?format=docx`);
  const tail = Date.now().toString(36);

  await upload(province, await misspelt(), `Mẫu sai ${tail}`);
  await expect(province.getByText('Mẫu còn chỗ sai, chưa dùng được. Từng chỗ ghi ở dưới.')).toBeVisible();
  await expect(province.getByText('Trường {co_quna} không có. Có phải {co_quan}?').first()).toBeVisible();

  const line = `Mẫu của Hội ${tail}`;
  await upload(province, withLine(await fileAt(province, `${TEMPLATE}/file`), line), line);
  await expect(province.getByText('Mẫu đã qua kiểm tra. Chị xem thử rồi chọn dùng.')).toBeVisible();
  const panel = province.locator('section', { hasText: line }).filter({ hasText: 'Chưa dùng' }).first();
  const id = (await panel.locator('input[name=template]').first().getAttribute('value')) ?? '';
  const [unit, period] = running.split('/').slice(-2);
  const preview = await wordsOf(
    await fileAt(province, `${TEMPLATE}/file?template=${id}&unit=${unit}&period=${period}`),
  );
  for (const words of [line, 'HỘI LHPN PHƯỜNG LONG HƯNG']) expect(preview).toContain(words);
  expect(preview).not.toMatch(/[{}]/);

  const draft = async () => wordsOf(await fileAt(province, `${running}/file?format=docx`));
  expect(await draft()).not.toContain(line);
  try {
    await panel.getByRole('button', { name: 'Dùng mẫu này từ nay' }).click();
    await expect(province.getByText(/Đã chọn. Từ nay báo cáo tải về theo mẫu này/)).toBeVisible();
    expect(await draft()).toContain(line);
    expect(before.equals(await fileAt(province, `${signed}/file?format=docx`))).toBe(true);
  } finally {
    await province.goto(TEMPLATE);
    await province.getByRole('button', { name: 'Dùng lại mẫu có sẵn' }).click();
  }
  await expect(province.getByRole('heading', { name: 'Đang dùng: Mẫu có sẵn' })).toBeVisible();
  expect(await draft()).not.toContain(line);
});

for (const account of ['longhung', 'khupho5', 'trainer'] as Account[])
  test(`who keeps no template finds no page of it, and no file (${account})`, async ({ readAs }) => {
    const reader = await readAs(account);
    for (const address of [TEMPLATE, `${TEMPLATE}/fields`, `${TEMPLATE}/file`])
      expect((await reader.goto(address)).status(), address).toBe(404);
  });

test('a signed report is the same file whoever of its readers keeps it and whenever, and no file for anybody else', async ({
  readAs,
  database,
}) => {
  const { signed } = await monthsOf(database);
  const first = await filesAt(await readAs('longhung'), signed);
  for (const account of ['trangdai', 'khupho5', 'trainer'] as Account[]) {
    const reader = await readAs(account);
    for (const format of formats)
      expect((await reader.goto(`${signed}/file?format=${format}`)).status(), `${account} ${format}`).toBe(404);
  }
  for (const account of ['longhung', 'province'] as Account[])
    for (const [at, file] of (await filesAt(await readAs(account), signed)).entries())
      expect(first[at]?.equals(file), `${account} ${formats[at]}`).toBe(true);

  // its history has what was filed, under the number of its signing
  const official = await readAs('longhung');
  await official.goto(signed);
  const links = official.getByRole('listitem').filter({ hasText: 'Bản đã ký:' }).first().getByRole('link');
  await expect(links).toHaveCount(formats.length);
  for (const [at, link] of (await links.all()).entries()) {
    const address = (await link.getAttribute('href')) ?? '';
    expect(first[at]?.equals(await fileAt(official, address)), address).toBe(true);
    expect((await (await readAs('trangdai')).goto(address)).status()).toBe(404);
    const other = address.replace(/signing=.*/, 'signing=00000000-0000-4000-8000-000000000000');
    expect((await official.request.get(other)).status()).toBe(404);
  }
});

/** Number and sum as they are printed at the end. */
async function printedOn(file: Buffer): Promise<{ snapshot: string; sum: string; slip: string }> {
  const [, snapshot = '', sum = ''] =
    /Bản chụp ([0-9a-f-]{36}), mã số liệu \(SHA-256\) ([0-9a-f]{64})/.exec(await wordsOf(file)) ?? [];
  return { snapshot, sum, slip: sum.replace(/^./, (sign) => (sign === '0' ? '1' : '0')) };
}

const ways = [
  {
    path: '/bao-cao/kiem-tra',
    fields: ['Số bản chụp', 'Mã số liệu'],
    buttons: ['Kiểm tra', 'Kiểm tra tệp'],
    file: 'Tệp báo cáo (.docx, .xlsx, .pdf)',
    known: [/^Đây là báo cáo đã ký/, /^Báo cáo tháng \d+\/\d+ của phường Long Hưng$/],
    unknown: [UNKNOWN, /^Tệp này không đúng một tệp báo cáo đã ký/],
  },
  {
    path: '/en/reports/check',
    fields: ['Snapshot number', 'Checksum'],
    buttons: ['Check', 'Check the file'],
    file: 'File of a report (.docx, .xlsx, .pdf)',
    known: [/^This is a signed report/, /^Report for .+ of Long Hưng ward$/],
    unknown: ['There is no such report', /^This is not the file of a signed report/],
  },
] as const;

for (const { path, fields, buttons, file, known, unknown } of ways)
  test(`whoever holds a report learns whose it is from what is printed on it or from its file, and of another one that it is unknown (${path})`, async ({
    readAs,
    database,
  }) => {
    const files = await filesAt(await readAs('longhung'), (await monthsOf(database)).signed);
    const [word = Buffer.of()] = files;
    const { snapshot, sum, slip } = await printedOn(word);
    // a reader runs no script
    const stranger = await readAs();
    const ask = async (typed: string) => {
      await stranger.goto(path);
      await stranger.getByLabel(fields[0]).fill(snapshot.toUpperCase());
      await stranger.getByLabel(fields[1], { exact: true }).fill(typed);
      await stranger.getByRole('button', { name: buttons[0], exact: true }).click();
    };
    const drop = async (buffer: Buffer) => {
      await stranger.goto(path);
      await stranger.getByLabel(file).setInputFiles(letter(buffer));
      await stranger.getByRole('button', { name: buttons[1] }).click();
    };
    const expectAll = async (told: readonly (string | RegExp)[]) => {
      for (const words of told) await expect(stranger.getByText(words).first()).toBeVisible();
    };
    await ask(sum.slice(0, 16));
    await expectAll(known);
    await ask(slip);
    await expectAll(unknown.slice(0, 1));
    for (const each of files) {
      await drop(each);
      await expectAll(known);
    }
    await drop(Buffer.concat([word, Buffer.of(0)]));
    await expectAll(unknown);
  });

test('a file that is dropped on the page of checks, and a number that is typed there, are known in a browser too', async ({
  page,
  readAs,
  database,
}) => {
  const [word = Buffer.of()] = await filesAt(await readAs('longhung'), (await monthsOf(database)).signed);
  const { snapshot, sum, slip } = await printedOn(word);
  await page.goto('/bao-cao/kiem-tra');
  // nothing is chosen: that is said in our words, and so is the answer to a form that is sent so
  await expect(page.getByText('Chưa chọn tệp nào')).toBeVisible();
  await page.getByRole('button', { name: 'Kiểm tra tệp' }).click();
  await expect(page.getByText('Chị chọn một tệp, nhiều nhất 1 MB.')).toBeVisible();
  await page.getByLabel('Tệp báo cáo').setInputFiles(letter(word));
  await expect(page.getByText('Chưa chọn tệp nào')).toBeHidden();
  await page.getByRole('button', { name: 'Kiểm tra tệp' }).click();
  await expect(page.getByRole('heading', { name: 'Đây là báo cáo đã ký' })).toBeVisible();
  await page.getByRole('link', { name: 'Kiểm tra báo cáo khác' }).click();
  for (const [typed, answer] of [
    [sum, 'Đây là báo cáo đã ký'],
    [slip, UNKNOWN],
  ] as const) {
    await page.goto('/bao-cao/kiem-tra');
    await page.getByLabel('Số bản chụp').fill(snapshot);
    await page.getByLabel('Mã số liệu').fill(typed);
    await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
    await expect(page.getByRole('heading', { name: answer })).toBeVisible();
  }
  // each field says what is wrong with it, and of the other one nothing
  await page.goto('/bao-cao/kiem-tra');
  await page.getByLabel('Số bản chụp').fill(snapshot);
  await page.getByLabel('Mã số liệu').fill('12');
  await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
  await expect(page.getByLabel('Mã số liệu')).toHaveAccessibleDescription(/ít nhất 16 ký tự/);
  await expect(page.getByLabel('Số bản chụp')).not.toHaveAccessibleDescription(/xem lại/);
  await expect(page.getByLabel('Số bản chụp')).toHaveValue(snapshot);
});
