import { NextIntlClientProvider, useMessages } from 'next-intl';
import type { ReactNode } from 'react';

/**
 * Gives the forms below it their words: those of `ui`, and of each concept only its errors and problems.
 * Client components that say more than that bring their words as props.
 */
export function FormWords({ children }: { children: ReactNode }) {
  const { ui, ...concepts } = useMessages() as Record<string, Record<string, unknown>>;
  const answers = Object.entries(concepts).map(([concept, { errors = {}, problems = {} }]) => [
    concept,
    { errors, problems },
  ]);
  return <NextIntlClientProvider messages={{ ui, ...Object.fromEntries(answers) }}>{children}</NextIntlClientProvider>;
}
