'use client';

import { useTranslations } from 'next-intl';
import { TextField } from '@/components/ui/forms/form';
import { useFormFacts } from '@/components/ui/forms/form-context';

/** The reason for an early day, asked only when the pair would begin before one of the two was a member. */
export function EarlierReason() {
  const t = useTranslations('pairs.earlier');
  const { state } = useFormFacts();
  const kept = 'values' in state ? state.values?.earlierReason : undefined;
  if (!kept && !(state.status === 'problem' && state.problem === 'before-member')) return null;
  return <TextField name="earlierReason" label={t('reason')} hint={t('reasonHint')} maxLength={200} optional />;
}
