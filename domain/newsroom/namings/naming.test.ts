import { expect, test } from 'vitest';
import { placeKeys } from '@/domain/articles/written-names/written-names';
import { addDays, today } from '@/domain/days/day';
import { nameKey } from '@/domain/people/name';
import { answersTo, fieldOf, type NameInText, type NamingInput, nameOthers, namingFields, unanswered } from './naming';

const named = (name: string, known: Partial<NameInText> = {}): NameInText => ({
  name,
  key: nameKey(name),
  settled: false,
  refused: false,
  called: false,
  takenBackOn: null,
  ...known,
});
const [lan, hoa] = [named('Nguyễn Thị Lan'), named('Trần Thị Hòa')];
const says = (answers: [NameInText, NonNullable<NamingInput['naming']>[string]][]): NamingInput => ({
  naming: Object.fromEntries(answers.map(([name, answer]) => [fieldOf(name), answer])),
});
const agreed = (name: NameInText, day = today()): NamingInput => ({
  ...says([[name, 'agreed']]),
  channel: { [fieldOf(name)]: 'phone' },
  agreedOn: { [fieldOf(name)]: day },
});

test('each name that is not settled is answered for, by its own field', () => {
  expect(answersTo([lan, hoa], says([[hoa, 'nobody']]))).toEqual({ ok: false, problem: 'names-unanswered' });
  expect(
    answersTo(
      [lan, hoa],
      says([
        [hoa, 'nobody'],
        [lan, 'public_role'],
      ]),
    ),
  ).toEqual({
    ok: true,
    value: [
      { name: 'Nguyễn Thị Lan', answer: 'public_role', channel: null, agreedOn: null },
      { name: 'Trần Thị Hòa', answer: 'nobody', channel: null, agreedOn: null },
    ],
  });
  expect(answersTo([], {})).toEqual({ ok: true, value: [] });
  const settled = named('Nguyễn Thị Lan', { settled: true });
  expect(unanswered([settled, hoa])).toEqual([hoa]);
  expect(answersTo([settled], {})).toEqual({ ok: true, value: [] });
});

test('who agreed did so by some way on some day, not on one that is still to come', () => {
  expect(answersTo([lan], says([[lan, 'agreed']]))).toEqual({ ok: false, problem: 'how-agreed' });
  expect(answersTo([lan], agreed(lan, addDays(today(), 1)))).toEqual({ ok: false, problem: 'agreed-later' });
  expect(answersTo([lan], agreed(lan))).toEqual({
    ok: true,
    value: [{ name: 'Nguyễn Thị Lan', answer: 'agreed', channel: 'phone', agreedOn: today() }],
  });
});

test('of who has said no nobody says that she agreed; that it is not she can be said', () => {
  const refused = named('Nguyễn Thị Lan', { refused: true });
  expect(answersTo([refused], agreed(refused))).toEqual({ ok: false, problem: 'naming-refused' });
  expect(answersTo([refused], says([[refused, 'nobody']])).ok).toBe(true);
});

test('who took her yes back is named again by a yes of a later day alone', () => {
  const day = addDays(today(), -3);
  const gone = named('Nguyễn Thị Lan', { takenBackOn: day });
  const refused = { ok: false, problem: 'naming-taken-back' };
  for (const said of [says([[gone, 'public_role']]), says([[gone, 'nobody']]), agreed(gone, day)])
    expect(answersTo([gone], said)).toEqual(refused);
  expect(answersTo([gone], agreed(gone, addDays(day, 1))).ok).toBe(true);
  expect(answersTo([gone], says([[gone, 'agreed']]))).toEqual({ ok: false, problem: 'how-agreed' });
});

test('a note to readers names nobody whom the text does not', () => {
  expect(nameOthers([], ['Sửa tên chị Nguyễn Thị Lan.'])).toBe(true);
  expect(nameOthers([named('Nguyễn Thị Lan', { settled: true })], ['Sửa tên chị Nguyễn Thị Lan.'])).toBe(false);
});

test('a note may say a name without the marks that the text has, and that of a commune; one with other marks is another', () => {
  const settled = named('Nguyễn Thị Lan', { settled: true });
  expect(nameOthers([settled], ['The name of Nguyen Thi Lan is right now.'])).toBe(false);
  expect(nameOthers([settled], ['Tên chị Nguyễn Thị Lân đã sửa.'])).toBe(true);
  const note = ['The day in Dinh Quan is another.'];
  expect(nameOthers([], note, placeKeys(['Định Quán']))).toBe(false);
});

test('more names than a form asks for go out in no one piece', () => {
  const many = Array.from({ length: 61 }, () => named('Nguyễn Thị Lan', { settled: true }));
  expect(answersTo(many, {})).toEqual({ ok: false, problem: 'too-many-names' });
});

test('the fields of a form are read by their names, and no others', () => {
  const read = (naming: unknown) => namingFields.naming.safeParse(naming).success;
  expect(read({ [fieldOf(named(`Nguyễn ${'Thị '.repeat(5)}Ngườii`))]: 'agreed' })).toBe(true);
  expect(read({ [fieldOf(lan)]: '' })).toBe(true);
  expect(read({ [fieldOf(lan)]: 'maybe' })).toBe(false);
  expect(read({ 'nguyễn thị lan': 'agreed' })).toBe(false);
  const many = (length: number) =>
    Object.fromEntries(Array.from({ length }, (_, at) => [(at + 4096).toString(16), 'agreed']));
  // one more than are answered for is told by its own words
  expect([read(many(61)), read(many(62))]).toEqual([true, false]);
});
