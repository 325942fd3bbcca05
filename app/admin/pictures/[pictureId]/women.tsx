import { PictureConsents } from '@/components/pictures/picture-consents';
import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { findConsentPerson, findConsentText } from '@/domain/consents/consent-queries';
import { findPictureWomen } from '@/domain/consents/picture-use-queries';
import { isId } from '@/domain/id';
import { listPeople } from '@/domain/people/list-queries';
import type { LibraryRecord } from '@/domain/pictures/library';
import { takeConsent, withdrawConsent } from '../actions';
import { pictureAddress } from '../asked';

/** As many as one chooses among; who has more of one name types more of it. */
const FOUND_MAX = 8;

type WomenProps = { viewer: Viewer; picture: LibraryRecord; who?: string | undefined; person?: string | undefined };

/** Who is in the picture and what she agreed to; whoever records consents finds a woman by name within her reach and asks her. */
export async function Women({ viewer, picture, who, person }: WomenProps) {
  const mayAsk = mayAnywhere(viewer, 'consents.record');
  const [women, text, found, asked] = await Promise.all([
    findPictureWomen(viewer, picture.id),
    mayAsk ? findConsentText(viewer, 'image') : null,
    mayAsk && who ? listPeople(viewer, { q: who.slice(0, 100) }) : null,
    mayAsk && person && isId(person) ? findConsentPerson(viewer, person, 'consents.record') : null,
  ]);
  if (!women) return null;
  return (
    <PictureConsents
      pictureId={picture.id}
      women={women}
      text={text}
      search={mayAsk ? { action: pictureAddress(picture.id), who: who ?? '' } : null}
      found={found?.people.slice(0, FOUND_MAX).map(({ id, name, unitName }) => ({ id, name, unit: unitName })) ?? null}
      asked={asked && { id: asked.id, name: asked.name }}
      take={takeConsent}
      withdraw={withdrawConsent}
    />
  );
}
