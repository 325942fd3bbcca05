import { useTranslations } from 'next-intl';
import { FoldedPart } from '@/components/ui/panels/fold';
import { inHundred, type Replay } from '@/domain/coverage/next-trainings/replay';

/** What the figures of a gain rest on, and what they do not say. */
export function ReplayNote({ replay }: { replay: Replay }) {
  const t = useTranslations('next-trainings.replay');
  const [taught, untaught] = [inHundred(replay.taught), inHundred(replay.untaught)];
  return (
    <FoldedPart summary={t('title')} wholeOnPaper>
      <div className="max-w-[44em] pb-3">
        <p>
          {taught === null ? t('few') : untaught === null ? t('taught', { taught }) : t('rates', { taught, untaught })}{' '}
          {taught !== null && t('cause')}
        </p>
        <p className="mt-2 text-ink-2">{t('weights')}</p>
      </div>
    </FoldedPart>
  );
}
