import { NextIntlClientProvider } from 'next-intl';
import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import cards from '@/i18n/messages/vi/member-cards.json';
import { CardDoor, HowToOpen } from './card-door';

const words = { locale: 'vi', timeZone: 'UTC', messages: { 'member-cards': cards } };
const drawn = (children: ReactNode) => renderToStaticMarkup(NextIntlClientProvider({ ...words, children }));
const door = (problem: string | null) => drawn(createElement(CardDoor, { locale: 'vi', waitsUntil: null, problem }));
const outside = (asked: Partial<Parameters<typeof HowToOpen>[0]>) =>
  drawn(createElement(HowToOpen, { said: null, problem: null, takesNoCookie: false, ...asked }));

test('six digits are asked for as what is for once, so that no browser keeps them', () => {
  expect(door(null).match(/autocomplete="[^"]*"/gi)).toEqual(['autoComplete="off"', 'autoComplete="one-time-code"']);
});

test('the door says what was wrong with the try before, in words of its own', () => {
  expect(door('wrong-digits')).toContain(cards.problems['wrong-digits']);
  expect(door('many-at-once')).toContain(cards.problems['many-at-once']);
  expect(door('<b>')).not.toContain('role="alert"');
});

test('outside, a deed that came too late says so, and a scan of a while ago is asked for anew', () => {
  expect(outside({ problem: 'card-over' })).toContain(cards.problems['card-over']);
  expect(outside({ said: 'scan-again' })).toContain(cards.ownSaid['scan-again']);
  expect(outside({ takesNoCookie: true })).toContain(cards.own.cookies);
  expect(outside({})).not.toMatch(/role="(alert|status)"/);
});
