import { useLocale, useTranslations } from 'next-intl';
import { Button, ButtonLink } from '@/components/ui/button';
import { DemoMark } from '@/components/ui/demo-mark';
import { PlainTextField } from '@/components/ui/forms/plain-fields';
import { Icon } from '@/components/ui/icon';
import type { PublishedCertificate } from '@/domain/certificates/certificate';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { CertificateFactsList } from './certificate-facts';

/** The form in which a code is typed; `typed` is one that has a slip somewhere and is given back to be looked at. */
export function CheckForm({ typed }: { typed?: string | undefined }) {
  const t = useTranslations('certificates.check');
  const locale = useLocale() as Locale;
  return (
    <form action={hrefTo(locale, 'certificates')} method="get" className="max-w-xl">
      <PlainTextField
        id="code"
        name="code"
        label={t('code')}
        hint={t('codeHint')}
        defaultValue={typed ?? ''}
        errors={typed ? [t('mistyped')] : undefined}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
        required
      />
      <Button type="submit" variant="primary" icon="search">
        {t('send')}
      </Button>
    </form>
  );
}

/** The portal's answer to a code that exists. */
export function CheckedCertificate({ certificate }: { certificate: PublishedCertificate }) {
  const t = useTranslations('certificates.check');
  const locale = useLocale() as Locale;
  const { revokedOn, replaced, demo } = certificate;
  const look = revokedOn ? 'border-basalt bg-basalt-mist text-basalt' : 'border-rubber bg-rubber-soft text-rubber-deep';
  return (
    <div className="max-w-2xl">
      <div className={`mb-6 flex items-start gap-4 rounded-tile border-2 border-l-8 p-5 ${look}`}>
        <Icon name={revokedOn ? 'warning' : 'check'} size={40} />
        <div>
          <h1 className="text-h2">{t(revokedOn ? 'revokedTitle' : 'validTitle')}</h1>
          {revokedOn && <p className="mt-1 font-semibold">{t('revokedText', { day: formatDay(locale, revokedOn) })}</p>}
          {replaced && <p className="mt-1">{t('replacedText')}</p>}
        </div>
      </div>
      {demo && <DemoMark className="mb-3" />}
      <p className="mb-4">{t('compare')}</p>
      <CertificateFactsList certificate={certificate} />
      <Again />
    </div>
  );
}

/** The answer where nothing bears the code, or too much was tried. */
export function NotChecked({ why }: { why: 'missing' | 'wait' }) {
  const t = useTranslations('certificates.check');
  return (
    <div className="max-w-2xl">
      <h1 className="mb-3">{t(`${why}Title`)}</h1>
      <p>{t(`${why}Text`)}</p>
      <Again />
    </div>
  );
}

function Again() {
  const t = useTranslations('certificates.check');
  const locale = useLocale() as Locale;
  return (
    <p className="mt-7">
      <ButtonLink href={hrefTo(locale, 'certificates')} icon="search">
        {t('again')}
      </ButtonLink>
    </p>
  );
}
