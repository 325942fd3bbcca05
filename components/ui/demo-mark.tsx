import { useTranslations } from 'next-intl';

/** Stands beside every figure, name and list that was made up for the demonstration. */
export function DemoMark({ className = '' }: { className?: string }) {
  const t = useTranslations('ui');
  // Read without styles it stands apart from what it marks.
  return (
    <>
      {' '}
      <span className={`demo-stripes demo-mark ${className}`.trimEnd()}>{t('demo')}</span>
    </>
  );
}
