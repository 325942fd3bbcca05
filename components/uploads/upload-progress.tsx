import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { useFileSize } from '@/components/ui/forms/file-field';
import type { Sending } from './sender';

type Props = { sending: Sending | null; size: number; waits: boolean; onGoOn: () => void; onCancel: () => void };

/** How far a file has come, what happens by itself, and what is hers to do. */
export function UploadProgress({ sending, size, waits, onGoOn, onCancel }: Props) {
  const t = useTranslations('uploads.sending');
  const inWords = useFileSize();
  const step = sending?.step;
  const counts = sending && step !== 'unreadable' && step !== 'too-large' && step !== 'with-form';
  const hers = step === 'stopped' || step === 'signed-out';
  return (
    <div className={sending ? '-mt-2 mb-6' : undefined}>
      {counts && (
        <>
          <progress className="progress" value={sending.received} max={size} aria-label={t('bar')} />
          <p className="mt-1 text-ink-2">{t('sent', { sent: inWords(sending.received), size: inWords(size) })}</p>
        </>
      )}
      <p role="status" className={sending ? 'mt-1' : undefined}>
        {step && t(`steps.${step}`)} {waits && t('waits')}
      </p>
      {counts && (
        <div className="mt-2 flex flex-wrap gap-3">
          {hers && (
            <Button compact onClick={onGoOn}>
              {t('goOn')}
            </Button>
          )}
          <Button compact onClick={onCancel}>
            {t('cancel')}
          </Button>
        </div>
      )}
    </div>
  );
}
