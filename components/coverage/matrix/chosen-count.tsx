'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';

/** How many rows are ticked for a form; without a script its buttons are enough. */
export function ChosenCount({ form }: { form: string }) {
  const t = useTranslations('coverage.matrix.count');
  const [count, setCount] = useState(0);
  useEffect(() => {
    const counted = () => setCount(document.querySelectorAll(`input[type="checkbox"][form="${form}"]:checked`).length);
    counted();
    document.addEventListener('change', counted);
    return () => document.removeEventListener('change', counted);
  }, [form]);
  return (
    <output className="font-semibold" aria-live="polite">
      {count > 0 && t('chosen', { count })}
    </output>
  );
}
