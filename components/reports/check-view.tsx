import { useLocale, useTranslations } from 'next-intl';
import { communeWords } from '@/components/trainings/place-words';
import { Button, ButtonLink } from '@/components/ui/button';
import { DemoMark } from '@/components/ui/demo-mark';
import { PlainTextField } from '@/components/ui/forms/plain-fields';
import { PlainFileField } from '@/components/ui/forms/plain-file-field';
import { Icon } from '@/components/ui/icon';
import { type CheckedReport, slipsIn } from '@/domain/reports/checking/checked-report';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { periodWithin } from './report-words';

type Typed = { snapshot: string; sum: string };

/** Number and sum as they stand on the paper. `typed` is what has a slip somewhere and is given back. */
export function CheckForm({ typed }: { typed?: Typed | undefined }) {
  const t = useTranslations('reports.check');
  const locale = useLocale() as Locale;
  const slips = typed && slipsIn(typed);
  const asTyped = { autoComplete: 'off', autoCapitalize: 'none', spellCheck: false, required: true } as const;
  return (
    <form action={hrefTo(locale, 'reportCheck')} method="get" className="max-w-xl">
      <PlainTextField
        id="snapshot"
        name="snapshot"
        label={t('snapshot')}
        hint={t('snapshotHint')}
        defaultValue={typed?.snapshot ?? ''}
        errors={slips?.snapshot ? [t('snapshotMistyped')] : undefined}
        maxLength={60}
        {...asTyped}
      />
      <PlainTextField
        id="sum"
        name="sum"
        label={t('sum')}
        hint={t('sumHint')}
        defaultValue={typed?.sum ?? ''}
        errors={slips?.sum ? [t('sumMistyped')] : undefined}
        maxLength={120}
        {...asTyped}
      />
      <Button type="submit" variant="primary" icon="search">
        {t('send')}
      </Button>
    </form>
  );
}

/** The file itself, for whoever has one. */
export function FileForm({ refused }: { refused: boolean }) {
  const t = useTranslations('reports.check');
  const locale = useLocale() as Locale;
  return (
    <section className="mt-9 max-w-xl">
      <h2 className="mb-3">{t('byFile')}</h2>
      <form action="/api/reports" method="post" encType="multipart/form-data" noValidate>
        <input type="hidden" name="locale" value={locale} />
        <PlainFileField
          id="reportFile"
          name="reportFile"
          label={t('file')}
          hint={t('fileHint')}
          errors={refused ? [t('needFile')] : undefined}
          accept=".docx,.xlsx,.pdf"
        />
        <Button type="submit" icon="search">
          {t('sendFile')}
        </Button>
      </form>
    </section>
  );
}

/** The portal's answer: whose report it is, of when, and whether it is still so. */
export function CheckedView({ report }: { report: CheckedReport }) {
  const t = useTranslations('reports');
  const places = useTranslations('trainings');
  const locale = useLocale() as Locale;
  const { unit, period, state, signedOn, until, restatedOn, demo, unitId } = report;
  const place =
    unit.level === 'province'
      ? t('city', { kind: unit.kind ?? 'city' }).toLocaleLowerCase('vi')
      : communeWords(places, { kind: unit.kind ?? 'commune', name: unit.name });
  const stands = state === 'as-filed';
  const look = stands ? 'border-rubber bg-rubber-soft text-rubber-deep' : 'border-basalt bg-basalt-mist text-basalt';
  return (
    <div className="max-w-2xl">
      <div className={`mb-6 flex items-start gap-4 rounded-tile border-2 border-l-8 p-5 ${look}`}>
        <Icon name={stands ? 'check' : 'warning'} size={40} />
        <div>
          <h1 className="text-h2">{t('check.known')}</h1>
          <p className="mt-1 font-semibold">
            {state === 'restated'
              ? t('check.restated', { day: formatDay(locale, restatedOn ?? signedOn) })
              : t(state === 'opened' ? 'check.opened' : 'check.asFiled')}
          </p>
        </div>
      </div>
      {demo && <DemoMark className="mb-3" />}
      <p className="mb-1 font-semibold">{t('check.report', { period: periodWithin(t, period), place })}</p>
      <p className="mb-4">{t('check.signed', { day: formatDay(locale, signedOn), until: formatDay(locale, until) })}</p>
      <p className="mb-4">{t('check.compare')}</p>
      <p>
        <a href={`/admin/reports/${unitId}/${period.id}`} className="inline-flex min-h-11 items-center">
          {t('check.more')}
        </a>
      </p>
      <Again />
    </div>
  );
}

type Unchecked = 'unknown' | 'unknown-file' | 'wait';

/** The answer where nothing is known of it, or too much was asked. */
export function NotKnown({ why }: { why: Unchecked }) {
  const t = useTranslations('reports.check');
  return (
    <div className="max-w-2xl">
      <h1 className="mb-3">{t(why === 'wait' ? 'waitTitle' : 'unknownTitle')}</h1>
      <p>{t(why === 'wait' ? 'waitText' : why === 'unknown' ? 'unknownText' : 'unknownFile')}</p>
      <Again />
    </div>
  );
}

function Again() {
  const t = useTranslations('reports.check');
  const locale = useLocale() as Locale;
  return (
    <p className="mt-7">
      <ButtonLink href={hrefTo(locale, 'reportCheck')} icon="search">
        {t('again')}
      </ButtonLink>
    </p>
  );
}
