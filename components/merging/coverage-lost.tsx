'use client';

import { useTranslations } from 'next-intl';
import { useFormFacts } from '@/components/ui/forms/form-context';
import { SubmitButton } from '@/components/ui/forms/submit-button';

/** Which units are no longer covered when she hands over like this, and the button that does it all the same. */
export function CoverageLost() {
  const t = useTranslations('merging.handover.lost');
  const { state } = useFormFacts();
  if (state.status !== 'problem' || state.problem !== 'loses-coverage') return null;
  const { ids = '', units = '', count = '' } = state.detail ?? {};
  return (
    <section className="school-grid mt-6 p-[18px]">
      {/* what Enter in a field presses: it asks again, and never says "all the same" by itself */}
      <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only" />
      <h2>{t('title', { count })}</h2>
      <p className="mt-1 mb-3">{t('units', { units })}</p>
      <SubmitButton variant="secondary" name="despite" value={ids}>
        {t('send')}
      </SubmitButton>
    </section>
  );
}
