import { expect } from '../reader/expect';
import { nameOf } from '../reader/names';
import type { Reader } from '../reader/reader';
import { chooseFrom, formOf, saidOf, type } from '../reader/sending';
import { vectorsFor } from './vectors';

type Said = Record<string, string>;

/** Letters of a field that says of itself how many it takes. */
const mostOf = (field: Element) => Number(saidOf(field, 'maxlength') ?? 5_000);

/** A field of words: no number, no day, nothing that is found by its name. */
const takesWords = (field: Element) =>
  field.tagName === 'TEXTAREA' ||
  (field.tagName === 'INPUT' && /^(text)?$/.test(field.getAttribute('type') ?? '') && !saidOf(field, 'inputmode'));

let turn = 0;

/**
 * Writes vectors into every field of words of this button's form, folded or not, each beginning with another one, unless something is
 * `said` of it, and sends it.
 */
export async function sendVectors(reader: Reader, button: string, said: Said = {}): Promise<void> {
  const buttons = Array.from(reader.document.querySelectorAll('button')).filter((each) => nameOf(each) === button);
  const [pressed] = buttons;
  if (!pressed || buttons.length > 1) throw new Error(`${buttons.length} buttons "${button}" on ${reader.url()}`);
  const form = formOf(pressed);
  const fields = Array.from(reader.document.querySelectorAll('input, textarea, select'));
  for (const field of fields.filter((each) => formOf(each) === form)) {
    const words = said[field.getAttribute('name') ?? ''];
    if (field.tagName === 'SELECT') {
      if (words !== undefined) chooseFrom(field, { value: words });
    } else if (words !== undefined || takesWords(field)) type(field, words ?? vectorsFor(mostOf(field), turn++));
  }
  await reader.send(pressed);
}

/** A text of a kind, in both languages unless its English is said to be empty; the address of its page. */
export async function writeArticle(writer: Reader, kind: string, said: Said = {}): Promise<string> {
  const source = { sourceUrl: 'https://evil.example/"><svg/id=vector/onload=ran=true>' };
  await writer.goto(`/admin/articles/new?kind=${kind}`);
  const ofStory = kind === 'story' ? {} : { whatChangedVi: '', whatChangedEn: '' };
  await sendVectors(writer, 'Lưu bản nháp', { ...source, ...ofStory, ...said });
  await expect(writer).toHaveURL(/said=drafted/);
  return new URL(writer.url()).pathname;
}

/** Hands a text in, and has somebody else approve it at once: the addresses at which readers find it. */
export async function publish(writer: Reader, other: Reader, article: string, said: Said = {}): Promise<string[]> {
  await writer.goto(article);
  await writer.getByRole('button', { name: /^Gửi duyệt/ }).click();
  await expect(writer).toHaveURL(/said=submitted/);
  await other.goto(article);
  await sendVectors(other, 'Duyệt bài', said);
  await expect(other).toHaveURL(/said=published/);
  return pagesOf(other);
}

/** The addresses at which readers find the text whose page is open. */
export async function pagesOf(reader: Reader): Promise<string[]> {
  const links = await reader.locator('main a', { hasText: /^Mở trang tiếng (Việt|Anh)/ }).all();
  const hrefs = await Promise.all(links.map((link) => link.getAttribute('href')));
  return hrefs.map((href) => new URL(href ?? '', reader.url()).pathname);
}
