import { useTranslations } from 'next-intl';

type MarkProps = {
  className?: string;
  /** the same words in the language of a text that is not that of the page around it */
  words?: string;
};

/** Stands beside every figure, name and list that was made up for the demonstration. */
export function DemoMark({ className = '', words }: MarkProps) {
  const t = useTranslations('ui');
  // Read without styles it stands apart from what it marks.
  return (
    <>
      {' '}
      <span className={`demo-stripes demo-mark ${className}`.trimEnd()}>{words ?? t('demo')}</span>
    </>
  );
}
