import { AskedNotice } from '@/components/reminders/asked-notice';
import type { AskedHere } from '@/domain/overview/asked-of-her';
import type { Place } from '@/domain/overview/place';
import type { Locale } from '@/i18n/locales';
import { matrixPath } from '../coverage/[communeId]/asked';
import { changeStatus, tiePair } from '../coverage/actions';

type AskedProps = { locale: Locale; place: Place; asked: readonly AskedHere[] };

/** What she is asked for at her place, with the deeds that one tap does. */
export function AskedOfHer({ locale, place, asked }: AskedProps) {
  const communeId = place.communeId ?? '';
  return (
    <AskedNotice
      locale={locale}
      asked={asked}
      deeds={{ activate: changeStatus, tie: tiePair, communeId, back: '' }}
      all={matrixPath(communeId)}
      declare={`/admin/units/${communeId}#records`}
    />
  );
}
