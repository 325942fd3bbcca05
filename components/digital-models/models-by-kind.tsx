import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import type { Day } from '@/domain/days/day';
import type { ModelKind } from '@/domain/digital-models/digital-model';
import { keepTogether } from '@/i18n/compounds';
import { formatDay, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** A model as everyone may see it. */
export type ModelNamed = {
  id: string;
  kind: ModelKind;
  name: string;
  host: { name: string };
  since: Day;
  met: Day | null;
  meets: string | null;
  status: 'active' | 'planned';
};

type ModelsProps = { locale: Locale; models: ModelNamed[]; kinds: readonly ModelKind[] };

/** The models of a commune by name, a list a kind; the clubs stand open, the others open when asked. */
export function ModelsByKind({ locale, models, kinds }: ModelsProps) {
  const t = useTranslations('models-explained');
  const say = useTranslations('coverage.commune');
  return (
    <div className="mt-8 grid gap-1">
      {kinds.map((kind) => {
        const own = models.filter((model) => model.kind === kind);
        if (own.length === 0) return null;
        return (
          <details key={kind} open={kind === 'digital_womens_club'} className="group border-rule border-t py-1">
            <summary className="flex min-h-11 list-none items-center gap-2 font-semibold">
              <Icon name="chevron-right" className="group-open:[transform:rotate(90deg)]" />
              {t(`${kind}.name`)} ({formatNumber(locale, own.length)})
            </summary>
            {kind === 'digital_womens_club' && <p className="mb-1 max-w-[40em] text-sm">{say('ask.club')}</p>}
            <ul className="pb-3 md:columns-2 md:gap-10">
              {own.map((model) => (
                <ModelLine key={model.id} locale={locale} model={model} />
              ))}
            </ul>
          </details>
        );
      })}
    </div>
  );
}

function ModelLine({ locale, model }: { locale: Locale; model: ModelNamed }) {
  const t = useTranslations('coverage.commune');
  const since =
    model.status === 'planned' ? t('modelPlanned') : t('modelSince', { day: formatDay(locale, model.since) });
  return (
    <li className="break-inside-avoid py-1.5">
      {keepTogether(model.name)}{' '}
      <span className="block text-ink-2 text-sm">
        {keepTogether(model.host.name)} · {since}
        {model.meets && (
          <>
            {' '}
            · <span lang="vi">{model.meets}</span>
          </>
        )}
        {model.met && ` · ${t('modelMet', { day: formatDay(locale, model.met) })}`}
      </span>
    </li>
  );
}
