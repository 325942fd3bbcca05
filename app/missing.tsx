import { Missing } from '@/components/layout/missing';
import { env } from '@/domain/ground/env';
import type { Locale } from '@/i18n/locales';

/** The page that says there is no such page, marked like every other where what stands behind it is made up. */
export function MissingPage({ locale }: { locale: Locale }) {
  return <Missing locale={locale} demo={env.DEMO === 'on'} />;
}
