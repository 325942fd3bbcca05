import { holdingAlerts } from '@/app/kept/holding-alerts';
import { AlertBar } from '@/components/articles/alerts/alert-bar';
import type { Locale } from '@/i18n/locales';

/** What communes, by their slugs, and the whole city are warned of now: it loads for itself, beside what else a page asks for. */
export async function AlertsHere({ locale, communes }: { locale: Locale; communes: readonly string[] }) {
  return <AlertBar locale={locale} alerts={await holdingAlerts(locale, communes)} />;
}
