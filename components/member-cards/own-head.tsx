import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { DemoMark } from '@/components/ui/demo-mark';
import { Segmented } from '@/components/ui/forms/segmented';
import { givenName } from '@/domain/order';
import { formatTime } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { CardForm } from './card-form';

export const ownParts = ['passport', 'places', 'data', 'card'] as const;
export type OwnPart = (typeof ownParts)[number];

const saids = ['cancelled', 'withdrawn'] as const;
const problems = ['already-begun', 'not-hers', 'nothing-to-withdraw'] as const;

type OwnHeadProps = {
  locale: Locale;
  name: string;
  demo: boolean;
  until: Date;
  part: OwnPart;
  said: string | null;
  problem: string | null;
};

/** Whose data they are, until when, the way out, and the parts. */
export function OwnHead({ locale, name, demo, until, part, said, problem }: OwnHeadProps) {
  const t = useTranslations('member-cards');
  const done = saids.find((each) => each === said);
  const wrong = problems.find((each) => each === problem);
  const page = hrefTo(locale, 'memberCard');
  return (
    <>
      <h1 className="mb-2">{t('own.hello', { name: givenName(name) })}</h1>
      {demo && <DemoMark className="mb-3" />}
      {done && (
        <p role="status" className="mb-3 font-semibold text-rubber">
          {t(`ownSaid.${done}`)}
        </p>
      )}
      {wrong && (
        <p role="alert" className="problem-box mb-3">
          {t(`problems.${wrong}`)}
        </p>
      )}
      <p className="mb-3 max-w-[40em]">{t('own.until', { time: formatTime(until) })}</p>
      <CardForm locale={locale} does="close" className="mb-6">
        <Button type="submit" variant="primary">
          {t('own.close')}
        </Button>
      </CardForm>
      <div className="mb-6">
        <Segmented
          label={t('own.parts')}
          segments={ownParts.map((each) => ({
            href: `${page}?part=${each}`,
            label: t(`own.part.${each}`),
            current: each === part,
          }))}
        />
      </div>
    </>
  );
}
