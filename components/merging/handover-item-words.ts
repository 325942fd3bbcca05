import { useTranslations } from 'next-intl';
import type { HandoverItem } from '@/domain/merging/handovers/handover';

/** How one thing of hers is named: "Chức danh: Chi hội phó". */
export function useItemWords() {
  const t = useTranslations('merging');
  const titles = useTranslations('people.office');
  const roles = useTranslations('access.roles');
  const seats = useTranslations('digital-models.office');
  return ({ kind, what, office }: HandoverItem) => {
    const name =
      kind === 'office'
        ? titles(what as 'chair')
        : kind === 'grant'
          ? roles(what as 'viewer')
          : what || t('handover.untitled');
    const kindWords = office ? `${t('handover.kind.seat')} (${seats(office)})` : t(`handover.kind.${kind}`);
    return t('handover.item', { kind: kindWords, what: name });
  };
}
