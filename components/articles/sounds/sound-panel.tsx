import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panels/panel';
import type { DraftSound } from '@/domain/articles/sounds/sound';
import { SoundNow } from './sound-forms';

type PanelProps = {
  sounds: readonly DraftSound[];
  below: string;
  /** where sounds are given and taken away; null where the viewer does not write */
  change: string | null;
};

/** Who reads the texts of an article, on its page: whoever approves hears it first. */
export function SoundPanel({ sounds, below, change }: PanelProps) {
  const t = useTranslations('sounds');
  if (sounds.length === 0) return null;
  return (
    <Panel title={t('title')} grid>
      {sounds.map((sound) => (
        <div key={sound.textId}>
          <h3 className="mb-1 text-base">{t('language', { language: sound.locale })}</h3>
          <SoundNow sound={sound} below={below} />
        </div>
      ))}
      {change && (
        <p>
          <Link href={change} className="inline-flex min-h-11 items-center">
            {t('change')}
          </Link>
        </p>
      )}
    </Panel>
  );
}

/** Words were changed after somebody had read them: readers will not hear her. */
export function StaleSounds({ sounds }: Pick<PanelProps, 'sounds'>) {
  const t = useTranslations('sounds');
  return sounds
    .filter(({ stale }) => stale)
    .map(({ locale }) => (
      <Notice key={locale} tone="information" title={t('staleIn', { language: locale })}>
        {t('staleHint')}
      </Notice>
    ));
}
