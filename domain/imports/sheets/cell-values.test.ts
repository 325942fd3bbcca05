import { expect, test } from 'vitest';
import { findUnit, type UnitPlace, unitKey, unitNames } from '../rows/unit-names';
import { readBirthYear, readDayCell, readKind, readName, readPhone } from './cell-values';

test('days in all usual spellings are one day; what is none is null', () => {
  for (const text of ['24/11/2026', '24-11-2026', '2026-11-24', '24.11.26', '24 / 11 / 2026', '46350', "'24/11/2026"])
    expect(readDayCell(text), text).toBe('2026-11-24');
  expect(readDayCell('1/2/98')).toBe('1998-02-01');
  expect(readDayCell('3/2015')).toBe('2015-03-01');
  expect(readDayCell('2015')).toBe('2015-01-01');
  for (const text of ['31/02/2020', '11/24/2026', 'tháng 3', '12', '99999', '2980'])
    expect(readDayCell(text), text).toBeNull();
});

test('of a birth only the year is kept', () => {
  for (const text of ['1980', '15/3/1980', '15.03.80', '1980-03-15', '29295'])
    expect(readBirthYear(text), text).toBe(1980);
  for (const text of ['1899', '2980', '2199', 'x', '80']) expect(readBirthYear(text), text).toBeNull();
});

test('phones in all spellings are one number, also with the 0 that Excel ate', () => {
  for (const text of [
    '0912345678',
    '0912 345 678',
    '0912.345.678',
    '+84 912 345 678',
    '84912345678',
    '912345678',
    '(0912) 345-678',
  ])
    expect(readPhone(text), text).toBe('+84912345678');
  expect(['0168 3456789', '1683456789', '+841683456789'].map(readPhone)).toEqual(Array(3).fill('+84383456789'));
  expect(readPhone('841234567')).toBe('+84841234567');
  for (const text of ['12', '0912345678 / 0987654321', '075180000001', 'không'])
    expect(readPhone(text), text).toBeNull();
});

test('names lose their capitals and the foreign Ð, never their marks', () => {
  expect(readName('ÐỖ  THỊ HÒA')).toBe('Đỗ Thị Hòa');
  expect(readName('Nguyễn Thị Lan')).toBe('Nguyễn Thị Lan');
  expect(readName("h'đô niê")).toBe("H'đô Niê");
  for (const text of ['1', 'Lan 2', '–']) expect(readName(text), text).toBeNull();
});

test('kinds of members in both languages', () => {
  expect(['Nòng cốt', 'Hội viên danh dự', 'core', 'khách'].map(readKind)).toEqual(['core', 'honorary', 'core', null]);
});

test('units are found by name, whatever is written before it, and never guessed', () => {
  const place = (id: string, name: string, level: UnitPlace['level'], path: string): UnitPlace => ({
    id,
    name,
    level,
    path,
    subAssociationId: null,
    demo: false,
  });
  const commune = place('c', 'Phường Long Hưng', 'commune', '/1/2/');
  const names = unitNames(commune, [
    place('k5', 'Chi hội Khu phố 5', 'sub_association', '/1/2/5/'),
    place('k6', 'Chi hội Khu phố 6', 'sub_association', '/1/2/6/'),
    place('k5t1', 'Tổ 1', 'group', '/1/2/5/51/'),
    place('k6t1', 'Tổ 1', 'group', '/1/2/6/61/'),
    place('k6t2', 'Tổ 2', 'group', '/1/2/6/62/'),
  ]);
  const found = (unit: string, subAssociation = '', group = '') => {
    const answer = findUnit(names, { unit, subAssociation, group });
    return 'unit' in answer ? answer.unit.id : answer.reason;
  };
  expect(unitKey('CHI HỘI PN KP.05')).toBe('khu pho 5');
  expect(found('')).toBe('c');
  expect(['Khu phố 5', 'KP5', 'chi hoi khu pho 05'].map((text) => found(text))).toEqual(['k5', 'k5', 'k5']);
  expect(found('', '5', '1')).toBe('k5t1');
  expect(found('', 'KP 6', 'Tổ 01')).toBe('k6t1');
  expect(found('Tổ 2')).toBe('k6t2');
  expect(found('Tổ 1')).toBe('unit-ambiguous|Tổ 1');
  expect(['Tổ 1 - Khu phố 5', 'KP5/Tổ 1', 'Khu phố 5, tổ 1'].map((text) => found(text))).toEqual([
    'k5t1',
    'k5t1',
    'k5t1',
  ]);
  expect(found('Khu phố 9')).toBe('unit-unknown|Khu phố 9');
  expect(found('', 'Khu phố 5', 'Tổ 2')).toBe('unit-unknown|Tổ 2');
});
