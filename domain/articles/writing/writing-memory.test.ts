import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { admit, dismiss, type Holder, holderOf, type PhoneMemory } from '@/domain/phone/phone-memory';
import {
  forgetWritings,
  formOf,
  keepWriting,
  openWritings,
  readBelow,
  readWritings,
  type Writing,
} from './writing-memory';

const keys = { lan: 'a'.repeat(43), mai: 'b'.repeat(43) };
const phoneOf = (who: 'lan' | 'mai') => ({
  accountId: who,
  deviceId: `phone of ${who}`,
  key: `${keys[who]}=`,
  locale: 'vi' as const,
  now: 0,
});
const text = (words: string, of = 'new'): Writing => ({ of, at: 0, version: '1', fields: { titleVi: words } });
let count = 0;
const opened = async (who: 'lan' | 'mai' = 'lan'): Promise<[PhoneMemory, Holder]> => {
  const memory = await openWritings(`writing ${count++}`);
  return [memory, await admit(memory, phoneOf(who))];
};
const titles = async (memory: PhoneMemory, holder: Holder, of = 'new') =>
  (await readWritings(memory, holder, of)).map(({ fields }) => fields.titleVi);

test('the last words of a text are kept, one text beside another, until they are forgotten', async () => {
  const [memory, holder] = await opened();
  const first = await keepWriting(memory, holder, text('Một'), null);
  await keepWriting(memory, holder, text('Một chị'), first);
  await keepWriting(memory, holder, text('Bài khác', 'article'), null);
  expect(await titles(memory, holder)).toEqual(['Một chị']);
  const kept = await readWritings(memory, holder, 'new');
  await forgetWritings(
    memory,
    holder,
    kept.map(({ sequence }) => sequence),
  );
  expect(await titles(memory, holder)).toEqual([]);
  expect(await titles(memory, holder, 'article')).toEqual(['Bài khác']);
});

test('what a tab before this one left is not overwritten by what is typed now', async () => {
  const [memory, holder] = await opened();
  await keepWriting(memory, holder, text('Bản dở hôm qua'), null);
  await keepWriting(memory, holder, text('Bản đang gõ'), null);
  expect(await titles(memory, holder)).toEqual(['Bản đang gõ', 'Bản dở hôm qua']);
});

test('lies there sealed: signed out it opens for nobody, for somebody else neither, and for her again when she is back', async () => {
  const [memory, holder] = await opened();
  await keepWriting(memory, holder, text('Lời chưa gửi'), null);
  expect(JSON.stringify(await memory.getAll('queue'))).not.toContain('Lời');
  await dismiss(memory);
  expect(await holderOf(memory)).toBeUndefined();
  expect(await keepWriting(memory, holder, text('Sau khi ra'), null)).toBeNull();
  expect(await titles(memory, await admit(memory, phoneOf('mai')))).toEqual([]);
  expect(await titles(memory, await admit(memory, phoneOf('lan')))).toEqual(['Lời chưa gửi']);
});

test('words of forms are found from their page and those above it, not from one beside it, and a text of an article is none of them', async () => {
  const [memory, holder] = await opened();
  const [page, list] = ['/admin/articles/a', '/admin/articles'];
  for (const of of [formOf(page, 'remark'), formOf('/admin/articles/ab', 'return'), formOf(list, 'ruling'), 'a'])
    await keepWriting(memory, holder, text(of, of), null);
  const below = async (path: string) => (await readBelow(memory, holder, path)).map(({ of }) => of);
  expect(await below(page)).toEqual([formOf(page, 'remark')]);
  expect(await below(list)).toEqual([
    formOf(list, 'ruling'),
    formOf('/admin/articles/ab', 'return'),
    formOf(page, 'remark'),
  ]);
  expect(await below('/admin/pictures')).toEqual([]);
});
