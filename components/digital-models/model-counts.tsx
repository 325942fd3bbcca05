import { useTranslations } from 'next-intl';
import { ModelHexagon } from '@/components/ui/model-hexagon';
import type { ModelKind } from '@/domain/digital-models/digital-model';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

export type ModelCountRow = { kind: ModelKind; active: number; planned: number; href: string };

/** The four kinds with how many are active: icon, number, name. */
export function ModelCounts({ locale, rows }: { locale: Locale; rows: ModelCountRow[] }) {
  const t = useTranslations('models-explained');
  const say = useTranslations('coverage');
  return (
    <ul className="grid gap-6 sm:grid-cols-2 2xl:grid-cols-4">
      {rows.map(({ kind, active, planned, href }) => (
        <li key={kind} className="flex flex-wrap items-center gap-4">
          <ModelHexagon kind={kind} />
          <span className="min-w-0 flex-1 basis-28">
            <b className="block font-extrabold font-serif text-[2.2rem] leading-tight lining-nums">
              {formatNumber(locale, active)}
            </b>{' '}
            <a href={href} className="font-semibold text-ink underline underline-offset-[.22em]">
              {t(`${kind}.name`)}
            </a>{' '}
            {planned > 0 && (
              <span className="block text-ink-2 text-sm">
                {say('commune.planned', { count: formatNumber(locale, planned) })}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
