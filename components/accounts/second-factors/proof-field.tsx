import { useTranslations } from 'next-intl';
import { TextField } from '@/components/ui/forms/form';

/** Her password once more, before she changes how she signs in; not where she typed it a moment ago. */
export function ProofField({ isFresh }: { isFresh: boolean }) {
  const t = useTranslations('second-factors.proof');
  if (isFresh) return null;
  return <TextField name="password" type="password" label={t('password')} autoComplete="current-password" />;
}
