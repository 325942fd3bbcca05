import { AskedNotice } from '@/components/reminders/asked-notice';
import { ElsewhereNotice } from '@/components/reminders/elsewhere-notice';
import type { AskedHere } from '@/domain/overview/asked-of-her';
import type { Place } from '@/domain/overview/place';
import type { AskedElsewhere as AskedElsewhereOf } from '@/domain/reminders/elsewhere-queries';
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

type ElsewhereProps = { locale: Locale; places: readonly Place[]; asked: readonly AskedElsewhereOf[] };

/** At other places of hers: how many wait there and until when; the place itself has the deeds. */
export function AskedElsewhere({ locale, places, asked }: ElsewhereProps) {
  const told = asked.flatMap(({ placeId, units, lastDay }) => {
    const place = places.find(({ id }) => id === placeId);
    return place ? [{ name: place.name, href: `/admin?place=${placeId}`, units, lastDay }] : [];
  });
  return <ElsewhereNotice locale={locale} asked={told} />;
}
