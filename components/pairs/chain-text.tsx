import { useLocale, useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { type Chain, type ShownLink, shownOf } from '@/domain/pairs/chain';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** How many women at each step of a chain. */
export function ChainSteps({ chain }: { chain: Chain }) {
  const t = useTranslations('pairs.chains');
  return (
    <ol>
      {chain.steps.map((count, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
        <li key={at} className="border-rule border-b py-1.5">
          {t('step', { step: at + 1, count })}
        </li>
      ))}
    </ol>
  );
}

/** The same chain as the drawing, as a list in a list: for reading, for listening and for going on from one to the next. */
export function ChainText({ chain }: { chain: Chain }) {
  const { onward, hidden } = shownOf(chain);
  return <Onward links={onward} hidden={hidden} />;
}

function Onward({ links, hidden }: { links: readonly ShownLink[]; hidden: number }) {
  const t = useTranslations('pairs');
  const locale = useLocale() as Locale;
  if (links.length === 0 && hidden === 0) return null;
  return (
    <ul className="ml-1 border-rule border-l-2 pl-3">
      {links.map((link) => (
        <li key={link.id} className="py-0.5">
          <Link href={`/admin/pairs/chains/${link.id}`} className="inline-flex min-h-11 items-center">
            {link.name ?? t('record.erased')}
          </Link>{' '}
          {link.since && (
            <span className="text-ink-2 text-sm">{t('chains.since', { day: formatDay(locale, link.since) })}</span>
          )}
          <Onward links={link.onward} hidden={link.hidden} />
        </li>
      ))}
      {hidden > 0 && <li className="py-2 text-ink-2">{t('chains.more', { count: hidden })}</li>}
    </ul>
  );
}
