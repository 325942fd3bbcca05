import { useTranslations } from 'next-intl';
import { SaveChart } from '@/components/charts/saving/save-chart';
import { env } from '@/domain/ground/env';

type SavedProps = {
  /** the id of what holds the drawing */
  of: string;
  /** the file's name without its ending */
  file: string;
  title: string;
  /** what has to be known of it: its day, what its signs mean */
  lines: readonly string[];
};

/** The way to take a drawing along: with its title, what has to be known of it, where it is from, and the mark of what is made up. */
export function SavedDrawing({ of, file, title, lines }: SavedProps) {
  const t = useTranslations('coverage');
  const source = [t('saved.source'), ...(env.DEMO === 'on' ? [t('table.demo')] : [])];
  return (
    <SaveChart
      of={of}
      file={file}
      saved={{ title, lines: [...lines, ...source] }}
      words={{ svg: t('saved.svg'), png: t('saved.png'), failed: t('saved.failed') }}
    />
  );
}
