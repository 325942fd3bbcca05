import { NextIntlClientProvider } from 'next-intl';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { DemoMark } from './demo-mark';

test('what is made up says so in words, in both languages', () => {
  for (const [locale, demo] of [
    ['vi', 'Dữ liệu minh họa'],
    ['en', 'Demonstration data'],
  ] as const) {
    const provided = { locale, messages: { ui: { demo } }, timeZone: 'Asia/Ho_Chi_Minh' };
    const children = createElement(DemoMark);
    const drawn = renderToStaticMarkup(createElement(NextIntlClientProvider, { ...provided, children }));
    expect(drawn).toMatch(new RegExp(`^ <span class="[^"]*demo-mark[^"]*">${demo}</span>$`));
  }
});
