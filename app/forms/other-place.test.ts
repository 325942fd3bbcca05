import { expect, test } from 'vitest';
import { otherPlace } from './other-place';

const formOf = (...more: [string, string][]) => {
  const form = new FormData();
  const sent = [
    ['$address', 'commune'],
    ['$page', '/admin/trainings/new'],
    ['$chosen', 'Long Hưng · phường'],
    ['$ACTION_KEY', 'x'],
    ['seats', '40'],
    ...more,
  ];
  for (const [key = '', value = ''] of sent) form.append(key, value);
  return form;
};

test('words for another place lead to the page that finds it, with all that was typed', () => {
  const form = formOf(['commune', 'trang dai'], ['trainerIds[]', 'a'], ['trainerIds[]', 'b']);
  expect(otherPlace(form)).toEqual({
    name: 'commune',
    address: '/admin/trainings/new?seats=40&commune=trang+dai&trainerIds%5B%5D=a&trainerIds%5B%5D=b',
  });
});

test('what was typed is too long for an address, by its letters or by how an address writes them: nothing leads away', () => {
  for (const text of ['x'.repeat(9_000), 'ệ'.repeat(1_000), 'x'.repeat(5_000_000)])
    expect(otherPlace(formOf(['commune', 'trang dai'], ['note', text]))).toEqual({ name: 'commune', address: null });
});

test('the place that was chosen, in its words or by its id, and none at all are no other place', () => {
  for (const said of ['Long Hưng · phường', '0193a000-0000-7000-8000-000000000000', ' ', ''])
    expect(otherPlace(formOf(['commune', said])), said).toBeNull();
  expect(otherPlace(formOf())).toBeNull();
  expect(otherPlace(new FormData())).toBeNull();
});

test('a form leads to no page but one of the signed-in area', () => {
  for (const page of ['https://elsewhere.invalid/admin/x', '//elsewhere.invalid', '/admin/../tin-tuc', '/admin', '']) {
    const form = formOf(['commune', 'trang dai']);
    form.set('$page', page);
    expect(otherPlace(form), page).toBeNull();
  }
});
