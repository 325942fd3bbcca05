'use client';

import { useTranslations } from 'next-intl';
import { Form } from '@/components/ui/forms/form';
import { useFormFacts } from '@/components/ui/forms/form-context';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Notice } from '@/components/ui/notice';

/** The button that makes ten new codes, and the codes themselves: shown once, here, and nowhere else. */
export function MakeCodes({ make, hasCodes }: { make: FormAction; hasCodes: boolean }) {
  const t = useTranslations('second-factors.codes');
  return (
    <Form action={make} concept="second-factors">
      <MadeCodes />
      {hasCodes && <p className="mb-3">{t('makeLead')}</p>}
      <SubmitButton variant={hasCodes ? 'secondary' : 'primary'}>{t('make')}</SubmitButton>
    </Form>
  );
}

function MadeCodes() {
  const t = useTranslations('second-factors.codes');
  const { state } = useFormFacts();
  const codes = state.status === 'done' ? state.said?.codes : undefined;
  if (!codes) return null;
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
