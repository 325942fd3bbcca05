import { useTranslations } from 'next-intl';
import type { FrontPiece } from '@/domain/articles/front/front';

type StateProps = { piece: Pick<FrontPiece, 'publicIn' | 'plannedIn' | 'waits'>; over?: boolean };

/** In which languages readers find a piece, or will; that they do not find it, that new words of it wait, or that its days are over. */
export function PieceState({ piece: { publicIn, plannedIn, waits }, over = false }: StateProps) {
  const t = useTranslations('front.piece');
  const only = publicIn.length === 1 ? publicIn[0] : undefined;
  const words = over
    ? t('over')
    : waits
      ? t('waits')
      : publicIn.length === 0
        ? t(plannedIn.length > 0 ? 'planned' : 'hidden')
        : only && !plannedIn.length
          ? t(`only.${only}`)
          : null;
  return words && <span className="block text-ink-2 text-sm">{words}</span>;
}
