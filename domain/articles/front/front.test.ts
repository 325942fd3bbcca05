import { expect, test } from 'vitest';
import { today } from '@/domain/days/day';
import { arrangeInput, crowdedDay, isNew, linesOf, linesSent } from './front';

const one = '00000000-0000-7000-8000-000000000001';
const two = '00000000-0000-7000-8000-000000000002';
const line = (articleId: string, from: string, to: string | null = null) => ({ articleId, from, to }) as never;

test('three at once is the most on any day, and none stands there twice; what follows one another is neither', () => {
  const at = (id: number, from: string, to: string | null = null) => line(`${one.slice(0, -1)}${id}`, from, to);
  const three = [at(1, '2026-12-01', '2026-12-05'), at(2, '2026-12-01'), at(3, '2026-12-03')];
  expect(crowdedDay(three)).toBeNull();
  expect(crowdedDay([...three, at(4, '2026-12-06')])).toBeNull();
  expect(crowdedDay([...three, at(4, '2026-12-05')])).toEqual({ day: '2026-12-05', why: 'too-many' });
  expect(crowdedDay([at(1, '2026-12-01', '2026-12-05'), at(1, '2026-12-05')])).toEqual({
    day: '2026-12-05',
    why: 'twice',
  });
  expect(crowdedDay([at(1, '2026-12-01', '2026-12-05'), at(1, '2026-12-06')])).toBeNull();
});

test('lines stand in the order in which they were sent; without a script a button moves one, or takes it out', () => {
  const fields = {
    articleId: { 'line-1': two, 'line-0': one },
    from: { 'line-0': '2026-12-01' as const, 'line-1': '2026-12-02' as const },
    to: { 'line-1': undefined, 'line-0': '2026-12-09' as const },
  };
  const [first, second] = [line(two, '2026-12-02'), line(one, '2026-12-01', '2026-12-09')];
  expect(linesOf({ ...fields, move: undefined })).toEqual([first, second]);
  expect(linesOf({ ...fields, move: 'up:line-0' })).toEqual([second, first]);
  expect(linesOf({ ...fields, move: 'up:line-1' })).toEqual([first, second]);
  expect(linesOf({ ...fields, move: 'down:line-1' })).toEqual([second, first]);
  expect(linesOf({ ...fields, move: 'remove:line-1' })).toEqual([second]);
  expect(linesOf({ ...fields, add: two })).toEqual([first, second, line(two, today())]);
});

test('a refusal brings back the lines that were sent, in their order, whatever stands there by now', () => {
  const there = [
    { articleId: one, from: '2026-12-01', to: null, title: 'Một, sửa tựa', publicIn: ['vi'], plannedIn: [] },
  ] as never;
  const values = {
    spot: 'home_news',
    'articleId[line-2]': two,
    'title[line-2]': 'Hai',
    'from[line-2]': '3/12/2026',
    'articleId[line-0]': one,
    'title[line-0]': 'Một',
    'from[line-0]': '4/12/2026',
    'articleId[x]': one,
  };
  expect(linesSent(values, there)).toMatchObject([
    { name: 'line-2', articleId: two, title: 'Hai', from: '3/12/2026', publicIn: ['vi', 'en'] },
    { name: 'line-0', articleId: one, title: 'Một, sửa tựa', from: '4/12/2026', publicIn: ['vi'] },
  ]);
  expect(linesSent({ spot: 'home_news' }, there)).toEqual([]);
});

test('a line has a first day, and no last day before it', () => {
  const sent = (from: Record<string, string>, to: Record<string, string>) =>
    arrangeInput.safeParse({ spot: 'home_news', version: '0', articleId: { 'line-0': one }, from, to });
  const said = (answer: ReturnType<typeof sent>) => answer.error?.issues.map(({ path, message }) => [path[0], message]);
  expect(sent({ 'line-0': '1/12/2026' }, { 'line-0': '' }).success).toBe(true);
  expect(sent({ 'line-0': '1/12/2026' }, { 'line-0': '1/12/2026' }).success).toBe(true);
  expect(said(sent({ 'line-0': '2/12/2026' }, { 'line-0': '1/12/2026' }))).toEqual([
    ['to[line-0]', 'ends-before-it-begins'],
  ]);
  expect(said(sent({}, {}))).toEqual([['from[line-0]', 'day-needed']]);
});

test('news are new for seven days after the day on which they came', () => {
  expect(isNew('2026-12-01', '2026-12-01')).toBe(true);
  expect(isNew('2026-12-01', '2026-12-08')).toBe(true);
  expect(isNew('2026-12-01', '2026-12-09')).toBe(false);
});
