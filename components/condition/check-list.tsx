import { useLocale, useTranslations } from 'next-intl';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import { FoldedPart } from '@/components/ui/panels/fold';
import type { Check, Weight } from '@/domain/condition/check';
import { checkWords } from '@/i18n/condition/check-words';
import type { Locale } from '@/i18n/locales';

const tones = { act: 'problem', look: 'waiting', fine: 'done' } as const satisfies Record<Weight, BadgeTone>;

/** How the portal stands: what must be done on top, with the next step, then what is to be looked at; what is fine lies folded beneath. */
export function CheckList({ checks }: { checks: readonly Check[] }) {
  const t = useTranslations('condition');
  const of = (weight: Weight) => checks.filter((check) => check.weight === weight);
  const [act, look, fine] = [of('act'), of('look'), of('fine')];
  const isAllFine = act.length + look.length === 0;
  return (
    <>
      {act.length > 0 && <Part title={t('act')} checks={act} />}
      {look.length > 0 && <Part title={t('look')} checks={look} />}
      {isAllFine && (
        <p className="mb-4">
          <Badge tone="done">{t('allFine', { count: fine.length })}</Badge>
        </p>
      )}
      <FoldedPart summary={t('fine', { count: fine.length })} open={isAllFine}>
        <Lines checks={fine} />
      </FoldedPart>
    </>
  );
}

function Part({ title, checks }: { title: string; checks: readonly Check[] }) {
  return (
    <section className="mb-8">
      <h2 className="mb-3">{title}</h2>
      <Lines checks={checks} />
    </section>
  );
}

function Lines({ checks }: { checks: readonly Check[] }) {
  const locale = useLocale() as Locale;
  return (
    <dl className="grid gap-4">
      {checks.map((check) => {
        const words = checkWords(locale, check);
        return (
          <div key={check.name} className="border-rule border-t pt-3 md:grid md:grid-cols-[14rem_1fr] md:gap-x-6">
            <dt>
              <Badge tone={tones[check.weight]}>{words.name}</Badge>
            </dt>
            <dd className="max-w-3xl max-md:mt-1">
              {words.says}
              {words.code && <small className="mt-1 block text-ink-2 text-sm">{words.code}</small>}
              {words.next && <strong className="mt-1 block font-semibold">{words.next}</strong>}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
