import sharp from 'sharp';
import type { Made } from '../../../test/factories/write';
import { silentMp3 } from '../../../test/servers/recorder';
import { expect } from '../reader/expect';
import type { Reader } from '../reader/reader';
import { dayFromNow } from '../stage/stage';
import { RAW_DOCUMENT, VECTORS } from './vectors';
import { pagesOf, publish, sendVectors, writeArticle } from './writing';

export type Staff = { official: Reader; province: Reader };
/** The page of an article at work, and those on which readers find it. */
type Written = { article: string; pages: string[] };

const NO_ENGLISH = { titleEn: '', summaryEn: '', bodyEn: '', easyReadEn: '', whatChangedEn: '' };
const [MARKUP, FORMULA] = [`${VECTORS[0]} ${VECTORS[2]}`, `${VECTORS[4]} ${VECTORS[2]}`];

/** A picture whose name, descriptions and captions are vectors; its address. */
export async function addPicture(official: Reader, unit: Made): Promise<string> {
  const buffer = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer();
  await official.goto('/admin/pictures/new');
  await official.locator('[name="unitId"]').selectOption(unit.id);
  await official
    .locator('input[type=file]')
    .setInputFiles({ name: `${VECTORS[0]}.jpg`, mimeType: 'image/jpeg', buffer });
  await sendVectors(official, 'Đưa vào kho');
  const address = new URL(official.url()).pathname;
  await sendVectors(official, 'Lưu lời của ảnh');
  await expect(official).toHaveURL(/said=edited/);
  await official.locator('[name="faces"][value="nobody"]').check();
  await official.getByRole('button', { name: 'Ghi lại' }).click();
  return address;
}

/** Other words of a picture that readers see by now: they wait until somebody else has read them. */
export async function changeWords(official: Reader, picture: string): Promise<void> {
  await official.goto(picture);
  await sendVectors(official, 'Lưu lời của ảnh');
  await expect(official.locator('#waiting')).toHaveCount(1);
}

/** A story with a picture at its head and within its text, remarked on, published and corrected. */
export async function makeStory({ official, province }: Staff, picture: string): Promise<Written> {
  const bodyVi = `${VECTORS.join('\n\n')}\n\n[[${picture}]]\n\n# ${VECTORS[0]}\n\n- ${VECTORS[2]}\n\n> ${VECTORS[9]}`;
  const said = { bodyVi, bodyEn: RAW_DOCUMENT, titleEn: `${VECTORS[4]} ${VECTORS[0]}` };
  const story = await writeArticle(official, 'story', said);
  await expect(async () => {
    await official.goto(picture);
    await expect(official.getByText('Đủ lời tả')).toBeVisible();
  }).toPass({ timeout: 180_000 });
  await official.goto(`${story}/picture`);
  await official.getByRole('button', { name: 'Chọn hình này' }).first().click();
  for (const passage of [0, 1]) {
    await province.goto(`${story}?lang=vi&remark=${passage}`);
    await sendVectors(province, 'Gửi góp ý');
    await expect(province).toHaveURL(/said=remarked/);
  }
  await publish(official, province, story);
  await official.goto(`${story}/edit`);
  await sendVectors(official, 'Lưu', said);
  return { article: story, pages: await publish(official, province, story) };
}

/** A guide that was given back once. */
export async function makeGuide({ official, province }: Staff): Promise<Written> {
  const guide = await writeArticle(official, 'guide', { titleVi: MARKUP, titleEn: MARKUP, bodyVi: RAW_DOCUMENT });
  await official.goto(`${guide}/parts`);
  const drawn = {
    'screen[step-0]': 'app',
    'beside[step-0]': 'key',
    'screen[step-1]': 'form',
    'beside[step-1]': 'lock',
  };
  await sendVectors(official, 'Lưu các phần', drawn);
  await expect(official).toHaveURL(/said=written/);
  await official.goto(guide);
  await official.getByRole('button', { name: 'Gửi duyệt' }).click();
  await province.goto(guide);
  await sendVectors(province, 'Trả lại người viết');
  await expect(province).toHaveURL(/said=returned/);
  return { article: guide, pages: await publish(official, province, guide) };
}

/**
 * An alert, whose number and source are refused with a sentence while they are no number and no address; it goes out at once, and why it
 * could not wait is a vector.
 */
export async function makeAlert({ official }: Staff): Promise<Written> {
  await official.goto('/admin/articles/new?kind=alert');
  await sendVectors(official, 'Lưu bản nháp', { sourceUrl: 'javascript:ran=true//https://vector', ...NO_ENGLISH });
  await expect(official.getByText('Địa chỉ bắt đầu bằng https:// hoặc http://.').first()).toBeVisible();
  const alert = await writeArticle(official, 'alert');
  await official.goto(`${alert}/parts`);
  await sendVectors(official, 'Lưu các phần', { 'number[hotline-0]': '<svg id=vector onload=ran>' });
  await expect(official.getByText('Số này không gọi được.').first()).toBeVisible();
  await sendVectors(official, 'Lưu các phần', { 'number[hotline-0]': '113' });
  await expect(official).toHaveURL(/said=written/);
  await official.goto(alert);
  await sendVectors(official, 'Đăng cảnh báo ngay', { endDay: dayFromNow(3) });
  await expect(official).toHaveURL(/said=forced/);
  return { article: alert, pages: await pagesOf(official) };
}

/** A text is read aloud by somebody whose name is a vector. */
async function readAloud(official: Reader, article: string): Promise<void> {
  await official.goto(`${article}/sounds`);
  const recording = { name: `${VECTORS[0]}.mp3`, mimeType: 'audio/mpeg', buffer: silentMp3(2) };
  await official.locator('input[type=file]').first().setInputFiles(recording);
  await official
    .getByLabel(/^Người đọc đã nghe lại/)
    .first()
    .check();
  await sendVectors(official, 'Đưa bản thu lên');
  await expect(official).toHaveURL(/said=added/);
}

/**
 * A piece of news in Vietnamese alone, read aloud, which English lends out; it may be looked at before by whoever has this address.
 */
export async function makeNews({ official, province }: Staff): Promise<Written & { secret: string }> {
  const news = await writeArticle(official, 'news', { titleVi: FORMULA, bodyVi: RAW_DOCUMENT, ...NO_ENGLISH });
  await readAloud(official, news);
  const [vietnamese = ''] = await publish(official, province, news);
  await official.goto(`${news}/edit`);
  await sendVectors(official, 'Lưu', NO_ENGLISH);
  await official.goto(`${news}/preview`);
  await official.getByRole('button', { name: 'Tạo đường dẫn' }).click();
  const secret = (await official.locator('input[value^="http"][value*="/xem-truoc/"]').getAttribute('value')) ?? '';
  const english = vietnamese.replace('/tin-tuc/', '/en/news/');
  return { article: news, pages: [vietnamese, english], secret: new URL(secret).pathname };
}

/** A story of five answers, which is withdrawn with words for its readers. */
export async function makeWithdrawn({ official, province }: Staff): Promise<Written> {
  await official.goto('/admin/articles/new?way=questions');
  await official.locator('[name="naming"][value="agreed"]').check();
  await sendVectors(official, 'Thành bản nháp');
  const story = new URL(official.url()).pathname.replace(/\/edit$/, '');
  const pages = await publish(official, province, story);
  await sendVectors(province, 'Gỡ bài');
  await expect(province).toHaveURL(/said=withdrawn/);
  return { article: story, pages };
}

/** A ruling for a neighbour, and its end, each with a reason. */
export async function rule(province: Reader, { id }: Made): Promise<void> {
  await province.goto('/admin/articles/rulings');
  await sendVectors(province, 'Cho phép tự duyệt', { unitId: id });
  await expect(province).toHaveURL(/said=ruled/);
  await sendVectors(province, 'Cho thôi');
  await expect(province).toHaveURL(/said=revoked/);
}

/** A host that the portal may ask: refused with a sentence while it is none, and of an address nothing is kept but its name. */
export async function addHost(province: Reader): Promise<void> {
  await province.goto('/admin/articles/links');
  await sendVectors(province, 'Thêm');
  await expect(province.getByText('Đây chưa phải tên miền.').first()).toBeVisible();
  await expect(province.locator('[id="vector"]')).toHaveCount(0);
  await sendVectors(province, 'Thêm', { host: `https://vector.example/"'>${VECTORS[0]}` });
  await expect(province).toHaveURL(/said=added/);
}
