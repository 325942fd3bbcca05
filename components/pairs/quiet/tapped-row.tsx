'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { useFormStatus } from 'react-dom';

/** Stands in a form that the buttons of many rows send under one name: while it is being sent the button that was tapped says so. */
export function TappedRow({ name }: { name: string }) {
  const t = useTranslations('ui.form');
  const { pending, data } = useFormStatus();
  const value = pending ? data.get(name) : null;
  useEffect(() => {
    const buttons = [...document.getElementsByName(name)] as HTMLButtonElement[];
    const tapped = buttons.find((button) => button.type === 'submit' && button.value === value);
    tapped?.setAttribute('aria-busy', 'true');
    return () => tapped?.removeAttribute('aria-busy');
  }, [name, value]);
  return (
    <p role="status" className="sr-only">
      {pending && t('sending')}
    </p>
  );
}
