'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

/** Something unexpected happened. It is on record under the digest; what was typed in other tabs is untouched. */
export default function Failed({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations('ui.failed');
  return (
    <main className="p-6">
      <Notice
        tone="problem"
        title={t('title')}
        action={
          <Button type="button" onClick={reset}>
            {t('again')}
          </Button>
        }
      >
        {t('lead')} {error.digest && t('number', { number: error.digest })}
      </Notice>
    </main>
  );
}
