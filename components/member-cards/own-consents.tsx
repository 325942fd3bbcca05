import { useTranslations } from 'next-intl';
import { OwnDataView } from '@/components/consents/own-data/own-data-view';
import type { OwnSection } from '@/components/consents/own-data/own-data-words';
import { Button } from '@/components/ui/button';
import type { PurposeConsents } from '@/domain/consents/consent';
import type { Locale } from '@/i18n/locales';
import { CardForm } from './card-form';

type OwnConsentsProps = { locale: Locale; consents: readonly PurposeConsents[]; sections: readonly OwnSection[] };

/** What she agreed to, each to be taken back, and all that is held on her. */
export function OwnConsents({ locale, consents, sections }: OwnConsentsProps) {
  const t = useTranslations('member-cards.own');
  const given = consents.filter(({ state }) => state === 'given');
  return (
    <>
      <section className="mb-9 max-w-3xl">
        <h2 className="mb-3">{t('consents')}</h2>
        {given.length === 0 && <p>{t('noConsents')}</p>}
        <ul className="grid gap-4">
          {given.map((each) => (
            <li key={each.purpose}>
              <Consent locale={locale} consent={each} />
            </li>
          ))}
        </ul>
        <p className="mt-4 text-ink-2">{t('pictures')}</p>
      </section>
      <h2 className="mb-3">{t('held')}</h2>
      <OwnDataView sections={sections} />
    </>
  );
}

function Consent({ locale, consent: { purpose, standing } }: { locale: Locale; consent: PurposeConsents }) {
  const t = useTranslations('member-cards.own');
  const words = useTranslations('consents');
  return (
    <>
      <p className="font-semibold">{words(`purpose.${purpose}`)}</p>
      <p>{standing?.text.body}</p>
      <details>
        <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-lotus underline underline-offset-[.22em]">
          {t('withdraw')}
        </summary>
        <p className="mt-1 mb-3">{t('withdrawAsk')}</p>
        <CardForm locale={locale} does="withdraw">
          <input type="hidden" name="purpose" value={purpose} />
          <Button type="submit" variant="danger">
            {t('withdrawDo')}
          </Button>
        </CardForm>
      </details>
    </>
  );
}
