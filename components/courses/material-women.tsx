import { useTranslations } from 'next-intl';
import { ConsentBadge } from '@/components/consents/consent-badge';
import { type PictureActions, TakeForm, WithdrawForm } from '@/components/consents/consent-forms';
import { ModelPicture } from '@/components/digital-models/model-picture';
import { Form, HiddenField } from '@/components/ui/forms/form';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import { Folds } from '@/components/ui/panels/fold';
import { Panel } from '@/components/ui/panels/panel';
import { FilterBar, FilterText } from '@/components/ui/tables/filter-bar';
import type { PurposeConsents } from '@/domain/consents/consent';
import type { MaterialPicture } from '@/domain/consents/picture';

type Asking = {
  text: PurposeConsents['text'];
  who: string;
  people: { id: string; name: string; unitName: string }[] | null;
  asked: { id: string; name: string } | null;
};
type WomenProps = {
  picture: MaterialPicture;
  here: string;
  /** null for whoever asks no woman herself */
  asking: Asking | null;
  actions: PictureActions;
};

/** The picture, who can be recognised in it, what each of them answered, and asking one more. */
export function MaterialWomen({ picture, here, asking, actions }: WomenProps) {
  const t = useTranslations('courses.women');
  const words = useTranslations('pictures.women');
  const { id, title, shown, facesWait, women, others } = picture;
  return (
    <div className="grid items-start gap-x-8 gap-y-6 xl:grid-cols-2">
      <div className="min-w-0">
        {shown && <ModelPicture picture={{ ...picture, alt: title }} />}
        {!shown && !facesWait && <p>{t('takenOff')}</p>}
        {facesWait && <Link href={`/admin/pictures/${id}/faces`}>{t('facesWait')}</Link>}
      </div>
      <Panel title={words('title')} id="women">
        {women.length + others === 0 && <p className="text-ink-2">{words('none')}</p>}
        <ul className="grid gap-4">
          {women.map((woman) => (
            <Woman key={woman.id} woman={woman} pictureId={picture.id} actions={asking ? actions : null} />
          ))}
        </ul>
        {others > 0 && <p className="mt-3 text-ink-2">{words('others', { count: others })}</p>}
        {asking && <Ask pictureId={picture.id} here={here} asking={asking} take={actions.take} />}
      </Panel>
    </div>
  );
}

type WomanProps = {
  woman: MaterialPicture['women'][number];
  pictureId: string;
  actions: PictureActions | null;
};

function Woman({ woman: { id, name, state }, pictureId, actions }: WomanProps) {
  const t = useTranslations('courses.women');
  const words = useTranslations('pictures.women');
  return (
    <li className="border-rule border-t pt-3 first:border-0 first:pt-0">
      <Link href={`/admin/people/${id}/consents#picture-${pictureId}`} className="mr-3 font-semibold">
        {name}
      </Link>
      <ConsentBadge state={state} />
      {actions && (
        <Folds>
          {state === 'given' && (
            <WithdrawForm
              action={actions.withdraw}
              asked={{ personId: id, purpose: 'image', pictureId }}
              fold={{ summary: words('withdraw'), of: name }}
            />
          )}
          <Form action={actions.notInPicture} concept="consents" fold={{ summary: t('notIn'), of: name }}>
            <HiddenField name="personId" value={id} />
            <HiddenField name="pictureId" value={pictureId} />
            <p className="mb-3">{t('notInLead')}</p>
            <SubmitButton variant="secondary">{t('notInSend')}</SubmitButton>
          </Form>
        </Folds>
      )}
    </li>
  );
}

type AskProps = { pictureId: string; here: string; asking: Asking; take: PictureActions['take'] };

/** Found by name within her reach, a woman is asked with the newest wording; so she is named as somebody who is in it. */
function Ask({ pictureId, here, asking: { text, who, people, asked }, take }: AskProps) {
  const t = useTranslations('courses.women');
  const words = useTranslations('pictures.women');
  return (
    <div className="mt-5 border-rule border-t pt-4">
      {asked && !text && <p className="mb-3">{t('noText')}</p>}
      {asked && text && (
        <TakeForm
          action={take}
          asked={{ personId: asked.id, purpose: 'image', pictureId }}
          text={text}
          fold={{ summary: t('ask', { name: asked.name }), open: true }}
        />
      )}
      <FilterBar action={`${here}#women`} label={words('search')}>
        <FilterText name="who" label={words('who')} value={who} placeholder={words('whoHint')} />
      </FilterBar>
      {people?.length === 0 && <p role="status">{words('notFound')}</p>}
      <ul className="grid gap-1">
        {people?.map(({ id, name, unitName }) => (
          <li key={id}>
            <Link href={`${here}?person=${id}#women`}>{name}</Link>{' '}
            <span className="text-ink-2 text-sm">{unitName}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
