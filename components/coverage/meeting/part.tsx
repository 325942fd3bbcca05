import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

/** A part of the page under its own small heading; paper keeps it together. */
export const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="mb-4 min-w-0 break-inside-avoid">
    <h3 className="mb-1 font-bold">{title}</h3>
    {children}
  </section>
);

/** Lines by name, and how many more there are. */
export function Lines({ lines, more }: { lines: readonly string[]; more: number }) {
  const t = useTranslations('coverage.meeting');
  return (
    <ul className="grid gap-1 text-sm print:gap-0">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
      {more > 0 && <li className="text-ink-2">{t('more', { count: more })}</li>}
    </ul>
  );
}
