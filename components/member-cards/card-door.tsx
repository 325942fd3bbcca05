import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { PlainTextField } from '@/components/ui/forms/plain-fields';
import type { Locale } from '@/i18n/locales';
import { CardForm } from './card-form';

/** What is said of a deed by which nothing is open any more. */
const saids = ['over', 'lost', 'scan-again'] as const;

type HowToOpenProps = { said: string | null; problem: string | null; takesNoCookie: boolean };

/** For whoever comes without a card in hand, or from one that was closed. */
export function HowToOpen({ said, problem, takesNoCookie }: HowToOpenProps) {
  const t = useTranslations('member-cards');
  const done = saids.find((each) => each === said);
  return (
    <div className="max-w-[34rem]">
      <h1 className="mb-3">{t('own.title')}</h1>
      {done && (
        <p role="status" className="mb-5 font-semibold text-rubber">
          {t(`ownSaid.${done}`)}
        </p>
      )}
      {(problem === 'card-over' || takesNoCookie) && (
        <p role="alert" className="problem-box mb-5">
          {t(takesNoCookie ? 'own.cookies' : 'problems.card-over')}
        </p>
      )}
      <p className="mb-3">{t('own.how')}</p>
      <p className="text-ink-2">{t('own.noCard')}</p>
    </div>
  );
}

/** For a card that ended, one that waits to be handed over, and one that never was: the same. */
export function NothingOpens() {
  const t = useTranslations('member-cards.own');
  return (
    <div className="max-w-[34rem]">
      <h1 className="mb-3">{t('shut')}</h1>
      <p role="alert" className="problem-box mb-5">
        {t('shutText')}
      </p>
      <p className="text-ink-2">{t('noCard')}</p>
    </div>
  );
}

type DoorProps = { locale: Locale; waitsUntil: Date | null; problem: string | null };

/** Asks for her digits, or says how long this card has to wait. */
export function CardDoor({ locale, waitsUntil, problem }: DoorProps) {
  const t = useTranslations('member-cards');
  const words = waitsUntil
    ? t('problems.must-wait', { minutes: Math.max(1, Math.ceil((waitsUntil.getTime() - Date.now()) / 60_000)) })
    : problem === 'wrong-digits' || problem === 'many-at-once'
      ? t(`problems.${problem}`)
      : null;
  return (
    <div className="max-w-[28rem]">
      <h1 className="mb-3">{t('own.title')}</h1>
      {words && (
        <p role="alert" className="problem-box mb-5">
          {words}
        </p>
      )}
      <CardForm locale={locale} does="open" className="grid">
        <PlainTextField
          id="password"
          name="password"
          type="password"
          label={t('own.ask')}
          hint={t('own.askHint')}
          autoComplete="one-time-code"
          inputMode="numeric"
          pattern="[0-9 ]{6,8}"
          required
          maxLength={8}
        />
        <Button type="submit" variant="primary">
          {t('own.open')}
        </Button>
      </CardForm>
    </div>
  );
}
