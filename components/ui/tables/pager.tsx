import { useTranslations } from 'next-intl';
import { ButtonLink } from '../button';
import type { LinkElement } from '../link-element';

type PagerProps = { previous?: string | null; next?: string | null; as?: LinkElement };

/** Back and on through a long list. Draws nothing when the list fits on one page. */
export function Pager({ previous, next, as = 'a' }: PagerProps) {
  const t = useTranslations('ui.pager');
  if (!previous && !next) return null;
  return (
    <nav aria-label={t('label')} className="no-print mt-6 flex flex-wrap justify-between gap-3">
      {previous ? (
        <ButtonLink as={as} href={previous} rel="prev" icon="arrow-left" compact>
          {t('previous')}
        </ButtonLink>
      ) : (
        <span />
      )}
      {next && (
        <ButtonLink as={as} href={next} rel="next" compact>
          {t('next')}
        </ButtonLink>
      )}
    </nav>
  );
}
