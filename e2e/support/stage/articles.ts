import { expect } from '../reader/expect';
import type { Reader } from '../reader/reader';

/** What stands in the fields of a form, by their names. */
export type Fields = Record<string, string>;

/** Fills in fields of a button's form and presses it, as a form without a script is sent. */
export async function send(reader: Reader, button: string | RegExp, fields: Fields = {}): Promise<void> {
  const pressed = reader.getByRole('button', { name: button, exact: true });
  const form = reader.locator('form', { has: pressed });
  for (const [name, words] of Object.entries(fields)) await form.locator(`[name="${name}"]`).fill(words);
  await pressed.click();
}

/** Opens what is folded under these words. */
export const unfold = (reader: Reader, words: string): Promise<void> =>
  reader.locator('summary').filter({ hasText: words }).click();

/** The words of a text in both languages: its titles, and the same sentence as summary and body. */
export const wordsIn = (vi: [title: string, body: string], en: [title: string, body: string]): Fields => ({
  titleVi: vi[0],
  summaryVi: `${vi[0]}: các chị chỉ nhau từng bước một.`,
  bodyVi: vi[1],
  titleEn: en[0],
  summaryEn: `${en[0]}: the women show one another, step by step.`,
  bodyEn: en[1],
});

/** Writes a text of a kind; the address of its page. */
export async function draft(
  writer: Reader,
  kind: 'news' | 'story' | 'alert' | 'guide',
  words: Fields,
): Promise<string> {
  await writer.goto(`/admin/articles/new?way=free&kind=${kind}`);
  await send(writer, 'Lưu bản nháp', words);
  await expect(writer).toHaveURL(/said=drafted/);
  return new URL(writer.url()).pathname;
}

/** Changes some of its words, whether it is public or not. */
export async function correct(writer: Reader, article: string, words: Fields): Promise<void> {
  await writer.goto(`${article}/edit`);
  await send(writer, /^Lưu( bản nháp)?$/, words);
  await expect(writer).toHaveURL(/said=edited/);
}

/** Hands it to whoever may approve it. */
export async function handIn(writer: Reader, article: string): Promise<void> {
  await writer.goto(article);
  await send(writer, 'Gửi duyệt');
  await expect(writer).toHaveURL(/said=submitted/);
}

/** Approves it and puts it out at once, in every language that is offered. */
export async function approve(other: Reader, article: string): Promise<void> {
  await other.goto(article);
  await send(other, 'Duyệt bài');
  await expect(other).toHaveURL(/said=published/);
}

/** A text that its writer hands in and another puts out. */
export async function bringOut(writer: Reader, other: Reader, article: string): Promise<void> {
  await handIn(writer, article);
  await approve(other, article);
}
