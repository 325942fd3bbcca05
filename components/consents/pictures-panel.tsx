import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { Form, HiddenField } from '@/components/ui/forms/form';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import { Folds } from '@/components/ui/panels/fold';
import { Panel } from '@/components/ui/panels/panel';
import type { PurposeConsents } from '@/domain/consents/consent';
import type { PictureConsent } from '@/domain/consents/picture';
import { Answer, AnswersFold } from './answers';
import { AskedPictureView } from './asked-picture';
import { ConsentBadge } from './consent-badge';
import { type PictureActions, WithdrawForm } from './consent-forms';
import { TakePictureForm, UseAnswersList } from './picture-uses';

type PicturesPanelProps = {
  personId: string;
  pictures: readonly PictureConsent[];
  text: PurposeConsents['text'];
  actions: PictureActions;
};

/** Pictures she can be recognised in, one by one: what she answered for each, and what can be done about it. */
export function PicturesPanel({ personId, pictures, text, actions }: PicturesPanelProps) {
  const t = useTranslations('consents.picture');
  return (
    <Panel
      id="pictures"
      title={t('title')}
      aside={
        <ButtonLink as={Link} href={`/admin/people/${personId}/consents/pictures`} compact icon="plus">
          {t('choose')}
        </ButtonLink>
      }
    >
      <p className="text-ink-2">{t(pictures.length > 0 ? 'lead' : 'none')}</p>
      {pictures.length > 0 && (
        <ul>
          {pictures.map((picture) => (
            <li key={picture.id} id={`picture-${picture.id}`} className="mt-4 border-rule border-t pt-4">
              <OnePicture personId={personId} picture={picture} text={text} actions={actions} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

type OnePictureProps = Omit<PicturesPanelProps, 'pictures'> & { picture: PictureConsent };

function OnePicture({ personId, picture, text, actions }: OnePictureProps) {
  const t = useTranslations('consents');
  const { id, alt, state, standing, history, uses } = picture;
  const asked = { personId, purpose: 'image' as const, pictureId: id };
  return (
    <div className="grid items-start gap-x-6 gap-y-3 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
      <div className="min-w-0">
        <AskedPictureView picture={picture} />
      </div>
      <div className="min-w-0">
        <ConsentBadge state={state} />
        {standing && (
          <div className="mt-2">
            <Answer row={standing} />
            {standing.pictureId === null && <p className="text-ink-2 text-sm">{t('picture.byWhole')}</p>}
          </div>
        )}
        {uses && <UseAnswersList uses={uses} />}
        <Folds>
          {state === 'given' && (
            <WithdrawForm
              action={actions.withdraw}
              asked={asked}
              uses={uses}
              fold={{ summary: t('withdraw.open'), of: alt }}
            />
          )}
          {text && (
            <TakePictureForm
              action={actions.take}
              personId={personId}
              picture={picture}
              text={text}
              fold={{ summary: t(state === 'given' ? 'take.again' : 'take.open'), of: alt }}
            />
          )}
          <AnswersFold rows={history} />
          <Form action={actions.notInPicture} concept="consents" fold={{ summary: t('picture.notIn'), of: alt }}>
            <HiddenField name="personId" value={personId} />
            <HiddenField name="pictureId" value={id} />
            <p className="mb-3">{t('picture.notInLead')}</p>
            <SubmitButton variant="secondary">{t('picture.notInSend')}</SubmitButton>
          </Form>
        </Folds>
      </div>
    </div>
  );
}
