import { useLocale, useTranslations } from 'next-intl';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { LooksAgain } from '@/components/ui/panels/looks-again';
import { Panel } from '@/components/ui/panels/panel';
import { Stepper } from '@/components/ui/panels/stepper';
import { type Signing, signingSteps } from '@/domain/reports/signing/signing';
import { formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type SigningProps = { signing: Signing; unitId: string; periodId: string; href: string; cancel: FormAction | null };

/** A signing of the city that goes on apart from any page: who signed, how far it is, and the way to stop it. */
export function SigningUnderWay({ signing, unitId, periodId, href, cancel }: SigningProps) {
  const t = useTranslations('reports.signing');
  const locale = useLocale() as Locale;
  const { stepsDone, by, at } = signing;
  return (
    <Panel grid title={t('title')} className="no-print">
      <p className="mb-4">{t('lead', { name: by, at: formatInstant(locale, at) })}</p>
      <Stepper steps={signingSteps.map((step) => t(`steps.${step}`))} current={stepsDone} />
      <p id="signing-step" aria-live="polite" className="mt-4">
        {t('step', { done: stepsDone, steps: signingSteps.length })}
      </p>
      <progress className="progress my-3" value={stepsDone} max={signingSteps.length} aria-labelledby="signing-step" />
      <div className="flex flex-wrap items-center gap-4">
        {cancel && (
          <Form action={cancel} concept="reports">
            <HiddenField name="unitId" value={unitId} />
            <HiddenField name="periodId" value={periodId} />
            <SubmitButton variant="secondary">{t('cancel')}</SubmitButton>
          </Form>
        )}
        <Link href={href}>{t('again')}</Link>
      </div>
      <LooksAgain drawnAt={Date.now()} />
    </Panel>
  );
}

/** A draft whose figures take longer to count than a page may wait. */
export function DraftUnderWay({ href }: { href: string }) {
  const t = useTranslations('reports.signing');
  return (
    <Panel grid title={t('title')} className="no-print">
      <p className="mb-4" role="status">
        {t('draft')}
      </p>
      <Link href={href}>{t('again')}</Link>
      <LooksAgain drawnAt={Date.now()} />
    </Panel>
  );
}

/** A signing that ended without a signature, and what to do now. */
export function SigningRefused({ signing: { problem, by, at } }: { signing: Signing }) {
  const t = useTranslations('reports');
  const locale = useLocale() as Locale;
  return (
    problem && (
      <Notice tone="problem" title={t('signing.refused')}>
        {t(`problems.${problem}`)} {t('signing.refusedBy', { name: by, at: formatInstant(locale, at) })}
      </Notice>
    )
  );
}

/** Of a demonstration: what was signed was not kept, and stands below as the records say it now. */
export function SigningUnkept() {
  const t = useTranslations('reports.unkept');
  return (
    <Notice tone="information" title={t('title')}>
      {t('text')}
    </Notice>
  );
}
