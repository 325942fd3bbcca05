import { useTranslations } from 'next-intl';
import { communeWords } from '@/components/trainings/place-words';
import { ButtonLink, buttonClass } from '@/components/ui/button';
import { DemoMark } from '@/components/ui/demo-mark';
import { Icon } from '@/components/ui/icon';
import type { Reception } from '@/domain/units/reception/reception';
import type { Commune } from '@/domain/units/unit';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

type AskProps = { locale: Locale; commune: Commune; reception: Reception | null };

/** The people to ask in a commune, and how she who found no class is told of the next one. Nobody by name. */
export function WhomToAsk({ locale, commune, reception }: AskProps) {
  const t = useTranslations('coverage.commune.ask');
  const place = communeWords(useTranslations('trainings'), commune);
  return (
    <aside id="ask" className="self-start border-ink border-t-[3px] pt-4">
      <h2 className="mb-2.5 font-bold font-sans text-h3">{t('title')}</h2>
      <p className="mb-4">{t(reception ? 'receive' : 'text', { place })}</p>
      {reception && <Received reception={reception} call={t('call', { place })} />}
      <ButtonLink href={hrefTo(locale, 'topicWait', {}, { commune: commune.slug })} icon="bell">
        {t('wait')}
      </ButtonLink>
    </aside>
  );
}

/** The number to call, and where and when the union receives. */
function Received({ reception: { number, place, hours, demo }, call }: { reception: Reception; call: string }) {
  const t = useTranslations('coverage.commune.ask');
  return (
    <>
      <dl className="mb-4 grid gap-2">
        {Object.entries({ place, hours }).map(
          ([name, said]) =>
            said && (
              <div key={name}>
                <dt className="text-ink-2 text-sm">{t(name as 'place')}</dt>
                <dd lang="vi">{said}</dd>
              </div>
            ),
        )}
      </dl>
      {number && (
        <a href={`tel:${number.replace(/\s/g, '')}`} className={`mb-3 ${buttonClass({})}`}>
          <Icon name="phone" />
          <span>
            {call} <span className="block">{number}</span>
          </span>
        </a>
      )}
      {demo && (
        <p className="mb-3">
          <DemoMark />
        </p>
      )}
    </>
  );
}
