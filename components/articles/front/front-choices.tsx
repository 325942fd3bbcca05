import { useTranslations } from 'next-intl';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import type { FrontPiece, FrontSpot } from '@/domain/articles/front/front';
import { PieceState } from './piece-state';

type ChoicesProps = { action: FormAction; spot: FrontSpot; version: number; pieces: readonly FrontPiece[] };

/** Pieces that can be put first, each with its button. */
export function FrontChoices({ action, spot, version, pieces }: ChoicesProps) {
  const t = useTranslations('front');
  if (pieces.length === 0) return <p className="mt-4 text-ink-2">{t('nothingFound')}</p>;
  return (
    <ul className="mt-4">
      {pieces.map((piece) => (
        <li key={piece.articleId} className="border-rule border-t py-3">
          <Form action={action} concept="front" className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <HiddenField name="spot" value={spot} />
            <HiddenField name="version" value={version} />
            <HiddenField name="articleId" value={piece.articleId} />
            <p className="min-w-0 flex-1 basis-60">
              {piece.title}
              <PieceState piece={piece} />
            </p>
            <SubmitButton variant="secondary" compact icon="plus">
              {t('put')} <span className="sr-only">{piece.title}</span>
            </SubmitButton>
          </Form>
        </li>
      ))}
    </ul>
  );
}
