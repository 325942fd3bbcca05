import type { ReactNode } from 'react';
import type { Locale } from '@/i18n/locales';

type CardFormProps = { locale: Locale; does: string; className?: string; children: ReactNode };

/** A plain form of whoever holds a card: what it does, and in which language it is answered. */
export function CardForm({ locale, does, className, children }: CardFormProps) {
  return (
    <form method="post" action="/api/member-cards" autoComplete="off" className={className}>
      <input type="hidden" name="do" value={does} />
      <input type="hidden" name="language" value={locale} />
      {children}
    </form>
  );
}
