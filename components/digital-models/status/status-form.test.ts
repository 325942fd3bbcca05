import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { NextIntlClientProvider } from 'next-intl';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Day } from '@/domain/days/day';
import { choicesFor, type StatusSpan, standingOn } from '@/domain/digital-models/status';
import { CorrectForms } from './correct-forms';
import { StatusForms } from './status-form';

const now: Day = '2026-12-15';
const span = (status: StatusSpan['status'], from: Day, to: Day | null = null): StatusSpan => ({
  id: `${status}-${from}`,
  status,
  from,
  to,
});
const messages = Object.fromEntries(
  ['digital-models', 'ui'].map((name) => [name, JSON.parse(readFileSync(`i18n/messages/vi/${name}.json`, 'utf8'))]),
);
const action = async () => ({ status: 'new', concept: 'digital-models' }) as const;

/** The forms of a model with this line: under which name each stands, what it offers, what is chosen and which days are filled in. */
function formsOf(line: StatusSpan[]) {
  const { standing, announced } = standingOn(line, now);
  const [first, current] = [line[0], standing.at(-1)];
  if (!first || !current) throw new Error('a model has a status');
  const model = {
    id: 'model',
    version: 1,
    status: current.status,
    since: current.from,
    foundedOn: first.from,
    announced: announced[0] ?? null,
    statusChoices: choicesFor(line, first.from, now),
  };
  const children = createElement(
    'div',
    null,
    createElement(StatusForms, { change: action, stop: action, model, today: now }),
    createElement(CorrectForms, { change: action, takeBack: action, model }),
  );
  const provided = { locale: 'vi', messages, timeZone: 'Asia/Ho_Chi_Minh' };
  const { document } = parseHTML(
    renderToStaticMarkup(createElement(NextIntlClientProvider, { ...provided, children })),
  );
  return [...document.querySelectorAll('form')].map((form) => ({
    under: form.closest('details')?.querySelector('summary')?.textContent ?? form.closest('section')?.textContent,
    folded: form.closest('details') !== null,
    apart: form.closest('#status-corrections') !== null,
    offers: [...form.querySelectorAll('input[name="status"]')].map((radio) => radio.getAttribute('value')),
    chosen: form.querySelector('input[name="status"][checked]')?.getAttribute('value') ?? null,
    day: form.querySelector('input[name="from"], input[name="lastDay"]')?.getAttribute('value') ?? null,
  }));
}

test('a running model is stopped openly; that it was planned, or began earlier, is folded, in a panel apart, under what it corrects', () => {
  expect(formsOf([span('planned', '2026-01-10', '2026-06-13'), span('active', '2026-06-13')])).toEqual([
    expect.objectContaining({
      folded: false,
      apart: false,
      offers: ['paused', 'ended'],
      day: expect.stringContaining('2026'),
    }),
    {
      under: 'Ghi nhầm: “Đang hoạt động” từ 13/06/2026 chưa từng có',
      folded: true,
      apart: true,
      offers: ['planned', 'ended'],
      chosen: 'planned',
      day: null,
    },
    {
      under: 'Ghi sót: trạng thái trước ngày 13/06/2026',
      folded: true,
      apart: true,
      offers: ['active'],
      chosen: null,
      day: '',
    },
  ]);
});

test('an ended model is asked for no last day and begins nothing: its end is taken back, to what ran before it', () => {
  const forms = formsOf([span('active', '2026-06-13', '2026-12-03'), span('ended', '2026-12-03')]);
  expect(forms.every(({ folded }) => folded)).toBe(true);
  expect(forms[0]).toEqual({
    under: 'Ghi nhầm: “Đã kết thúc” từ 03/12/2026 chưa từng có',
    folded: true,
    apart: true,
    offers: ['active', 'paused'],
    chosen: 'active',
    day: null,
  });
  expect(forms.slice(1)).toMatchObject([{ under: 'Ghi sót: trạng thái trước ngày 03/12/2026', chosen: null, day: '' }]);
});

test('a paused model goes on from today or ends; an announced change is dropped by naming what runs', () => {
  const paused = formsOf([span('active', '2026-06-13', '2026-12-03'), span('paused', '2026-12-03')]);
  expect(paused.slice(0, 2)).toMatchObject([
    { folded: false, offers: ['active'], chosen: 'active' },
    { folded: false, offers: ['ended'], chosen: 'ended' },
  ]);
  expect(paused[2]).toMatchObject({ offers: ['active', 'ended'], chosen: 'active' });
  const ending = formsOf([span('active', '2026-06-13', '2026-12-20'), span('ended', '2026-12-20')]);
  expect(ending.slice(0, 2)).toMatchObject([{ offers: ['active'], chosen: 'active' }, { offers: ['paused', 'ended'] }]);
});
