'use client';

import { useLocale } from 'next-intl';
import { useEffect } from 'react';
import { formatTypedDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** Stands once on a signed-in page, for the fields of days on it (`DayInput`); on public pages `public/portal.js` does the same. */
export function CalendarOpener() {
  const locale = useLocale() as Locale;

  useEffect(() => {
    // 24112026 from a keypad of digits alone: she sees at once how it was understood.
    const spell = ({ target }: Event) => {
      if (target instanceof HTMLInputElement && 'day' in target.dataset)
        target.value = formatTypedDay(locale, target.value);
    };
    document.addEventListener('change', spell);
    return () => document.removeEventListener('change', spell);
  }, [locale]);

  useEffect(() => {
    if (typeof HTMLDialogElement !== 'function' || !('showModal' in HTMLDialogElement.prototype)) return;
    document.documentElement.classList.add('opens-calendars');
    document.addEventListener('click', open);
    return () => document.removeEventListener('click', open);
  }, []);

  return null;
}

function open({ target }: MouseEvent) {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-calendar]') : null;
  if (!button) return;
  import('./day-calendar').then(
    ({ openCalendar }) => openCalendar(button),
    // It did not come over the network: the day can still be typed.
    () => button.parentElement?.querySelector('input')?.focus(),
  );
}
