'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { useFormStatus } from 'react-dom';

const hold = (event: Event) => event.preventDefault();

/**
 * Stands in a form that the buttons of many rows send under one name: while it is being sent the one that was tapped is marked, and none
 * sends anything else, which would be lost as the page goes on.
 */
export function TappedRow({ name }: { name: string }) {
  const t = useTranslations('ui.form');
  const { pending, data } = useFormStatus();
  const value = data?.get(name);
  useEffect(() => {
    if (!pending) return;
    const buttons = [...document.querySelectorAll<HTMLButtonElement>(`button[name="${name}"]`)];
    for (const button of buttons) {
      button.setAttribute('aria-disabled', 'true');
      if (button.value === value) button.setAttribute('aria-busy', 'true');
      button.addEventListener('click', hold);
    }
    return () => {
      for (const button of buttons) {
        button.removeAttribute('aria-disabled');
        button.removeAttribute('aria-busy');
        button.removeEventListener('click', hold);
      }
    };
  }, [name, pending, value]);
  return (
    <p role="status" className="sr-only">
      {pending && t('sending')}
    </p>
  );
}
