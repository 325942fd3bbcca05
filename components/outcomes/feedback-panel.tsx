import { useLocale, useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button';
import { Panel } from '@/components/ui/panels/panel';
import { type Feedback, faces } from '@/domain/outcomes/feedback/feedback';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { Face } from './face';

type FeedbackPanelProps = {
  feedback: Feedback;
  /** the page to hand round; null where the viewer may not open it or its days are over */
  href: string | null;
};

/** The answers of the women, and the way to the phone that is handed round. A plain link: that page stands alone. */
export function FeedbackPanel({ feedback: { answers, faces: counts, comments }, href }: FeedbackPanelProps) {
  const t = useTranslations('outcomes.feedback');
  const locale = useLocale() as Locale;
  return (
    <Panel title={t('title')} id="feedback">
      {counts ? (
        <ul className="mb-3 grid grid-cols-3 gap-2 text-center">
          {[...faces].reverse().map((face) => (
            <li key={face} className="grid justify-items-center">
              <Face face={face} size={44} />
              <b className="text-h3 tabular-nums">{formatNumber(locale, counts[face])}</b>
              <span className="text-ink-2 text-sm">{t(`face.${face}`)}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="mb-3">{t('few', { count: answers })}</p>
      )}
      {comments.length > 0 && (
        <>
          <h3 className="mb-1">{t('comments')}</h3>
          <ul className="mb-3 grid gap-1.5">
            {comments.map((comment, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two may say the same, and none moves
              <li key={at} className="border-ink-line border-l-4 pl-3">
                {comment}
              </li>
            ))}
          </ul>
        </>
      )}
      {href ? (
        <>
          <p className="mb-3 text-ink-2 text-sm">{t('lead')}</p>
          <a href={href} className={buttonClass({ compact: true })}>
            {t('open')}
          </a>
        </>
      ) : (
        <p className="text-ink-2 text-sm">{t('closed')}</p>
      )}
    </Panel>
  );
}
