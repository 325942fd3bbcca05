import { useTranslations } from 'next-intl';
import { Thumb } from '@/components/pictures/picture-grid';
import { PictureStateBadge } from '@/components/pictures/picture-state-badge';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import type { ChosenPicture } from '@/domain/articles/pictures/lead-picture';
import type { LibraryPicture } from '@/domain/pictures/library';

type Edition = { articleId: string; version: number };

function EditionFields({ articleId, version }: Edition) {
  return (
    <>
      <HiddenField name="articleId" value={articleId} />
      <HiddenField name="version" value={version} />
    </>
  );
}

type NowProps = { picture: ChosenPicture | null; edition: Edition; remove: FormAction };

/** The picture that the newest edition has, and whether it may be shown. */
export function LeadPictureNow({ picture, edition, remove }: NowProps) {
  const t = useTranslations('pictures.head');
  if (!picture) return <p>{t('none')}</p>;
  return (
    <section className="max-w-xl">
      {picture.hidden && (
        <Notice tone="problem" title={t('hidden')}>
          {!picture.gone && <Link href={`/admin/pictures/${picture.id}`}>{t('hiddenWhy')}</Link>}
        </Notice>
      )}
      <Thumb {...picture} state={picture.withdrawn ? 'withdrawn' : 'ready'} />
      <p className="mt-2 mb-3">
        {picture.gone ? picture.alt : <Link href={`/admin/pictures/${picture.id}`}>{picture.alt}</Link>}
      </p>
      {!picture.hidden && (
        <ul className="mb-3 text-ink-2 text-sm">
          <li>{t(picture.onCard ? 'onCard' : 'notOnCard')}</li>
          <li>{t(picture.onPaper ? 'onPaper' : 'notOnPaper')}</li>
        </ul>
      )}
      <Form action={remove} concept="articles">
        <EditionFields {...edition} />
        <SubmitButton compact variant="danger">
          {t('remove')}
        </SubmitButton>
      </Form>
    </section>
  );
}

type ChoiceProps = {
  pictures: readonly LibraryPicture[];
  chosen: string | undefined;
  edition: Edition;
  choose: FormAction;
};

/** Pictures of the library: one tap puts one at the head. */
export function LeadPictureChoice({ pictures, chosen, edition, choose }: ChoiceProps) {
  const t = useTranslations('pictures');
  if (pictures.length === 0)
    return (
      <p className="mt-3">
        {t('head.empty')} <Link href="/admin/pictures/new">{t('add')}</Link>
      </p>
    );
  return (
    <ul className="mt-3 grid gap-6 sm:grid-cols-2 lg:grid-cols-3">
      {pictures
        .filter(({ id, state }) => id !== chosen && state !== 'withdrawn')
        .map(({ id, alt, width, height, state }) => (
          <li key={id} className="min-w-0 rounded-control border border-rule bg-card p-3">
            <Thumb id={id} width={width} height={height} state={state} />
            <p className="mt-2 break-words font-semibold">{alt}</p>
            <p className="my-2">
              <PictureStateBadge state={state} />
            </p>
            <Form action={choose} concept="articles">
              <EditionFields {...edition} />
              <HiddenField name="pictureId" value={id} />
              <SubmitButton compact variant="secondary">
                {t('head.choose')}
                <span className="sr-only"> {alt}</span>
              </SubmitButton>
            </Form>
          </li>
        ))}
    </ul>
  );
}
