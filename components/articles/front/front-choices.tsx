import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { FrontPiece } from '@/domain/articles/front/front';
import { FRONT_FORM } from './front-form';
import { PieceState } from './piece-state';

/** Pieces that can be put first. Each has a button that sends the form of the spot, so that what was moved or typed there is saved with it. */
export function FrontChoices({ pieces }: { pieces: readonly FrontPiece[] }) {
  const t = useTranslations('front');
  if (pieces.length === 0) return <p className="mt-4 text-ink-2">{t('nothingFound')}</p>;
  return (
    <ul className="mt-4">
      {pieces.map(({ articleId, title, ...state }) => (
        <li
          key={articleId}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-rule border-t py-3"
        >
          <p className="min-w-0 flex-1 basis-60">
            {title}
            <PieceState piece={state} />
          </p>
          <Button type="submit" form={FRONT_FORM} name="add" value={articleId} compact icon="plus">
            {t('put')} <span className="sr-only">{title}</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}
