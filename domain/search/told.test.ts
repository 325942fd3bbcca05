import { expect, test } from 'vitest';
import { foundAmong, indexed } from './told';

const told = indexed([
  {
    key: 'club',
    name: 'Câu lạc bộ Phụ nữ số',
    lead: 'Các chị họp lại.',
    text: `${'Mở đầu. '.repeat(100)}Tránh lừa đảo.`,
  },
  { key: 'family', name: 'Gia đình số', lead: 'Những nhà gần nhau.', text: 'Không phải câu lạc bộ.' },
]);
const keys = (question: string) => foundAmong(told, question).map(({ key }) => key);

test('what is told is found by all words of a question, what is named so first', () => {
  expect(keys('câu lạc bộ')).toEqual(['club', 'family']);
  expect(keys('gia dinh')).toEqual(['family']);
  expect(keys('gia dinh lua dao')).toEqual([]);
  expect(keys('…')).toEqual([]);
});

test('its excerpt stands around the words, deep in a long text too', () => {
  const [found] = foundAmong(told, 'lua dao');
  expect(found?.excerpt.filter(({ found }) => found).map(({ text }) => text)).toEqual(['lừa', 'đảo']);
});

test('its excerpt is of whole words, also where what is looked at of a long text ends', () => {
  const end = 'Tránh lừa đảo qua điện thoại, mạng xã hội và tin nhắn: báo công an phường, xã gần nhất giúp nhau.';
  const long = indexed([{ key: 'club', name: '', lead: '', text: `Lừa. ${'Mở đầu. '.repeat(139)}${end.repeat(2)}` }]);
  const [found] = foundAmong(long, 'lua dao');
  const excerpt = found?.excerpt.map(({ text }) => text).join('') ?? '';
  expect(excerpt).toMatch(/^….*…$/);
  const words = new Set(long[0]?.text.split(' '));
  expect(excerpt.slice(1, -1).split(' ')).toSatisfy((all: string[]) => all.every((word) => words.has(word)));
});
