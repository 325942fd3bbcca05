'use client';

import { useTranslations } from 'next-intl';
import { Form } from '@/components/ui/forms/form';
import { useFormFacts } from '@/components/ui/forms/form-context';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Notice } from '@/components/ui/notice';
import { ProofField } from './proof-field';

/** The button that makes ten new codes, and the codes themselves: shown once, here, and nowhere else. */
export function MakeCodes({ make, left, isFresh }: { make: FormAction; left: number; isFresh: boolean }) {
  const t = useTranslations('second-factors.codes');
  const hasCodes = left > 0;
  return (
    <Form action={make} concept="second-factors">
      <MadeCodes left={left} />
      {hasCodes && <p className="mb-3">{t('makeLead')}</p>}
      <ProofField isFresh={isFresh} />
      <SubmitButton variant={hasCodes ? 'secondary' : 'primary'}>{t('make')}</SubmitButton>
    </Form>
  );
}

function MadeCodes({ left }: { left: number }) {
  const t = useTranslations('second-factors.codes');
  const { state } = useFormFacts();
  const codes = state.status === 'done' ? state.said?.codes : undefined;
  if (!codes) return <p className="mb-4 font-semibold">{t('left', { count: left })}</p>;
  return (
    <Notice title={t('shown')}>
      {t('shownLead')}
      <ul className="mt-3 grid grid-cols-1 gap-1 font-mono text-lg sm:grid-cols-2">
        {codes.split(' ').map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </Notice>
  );
}
