import { pushKeys } from '@/domain/ground/push-keys';
import type { Locale } from '@/domain/locale';
import { mapPublishedCommunes, mapPublishedFormerCommunes } from '@/domain/units/queries';
import { db } from '@/prisma/client';
import { hashOfEndpoint } from './sealing';
import { type Device, type DeviceInput, FOLLOWS_MAX } from './subscription';

const followSelect = {
  id: true,
  communeId: true,
  alertsAlone: true,
  commune: { select: { slug: true } },
  topic: { select: { code: true, nameVi: true, nameEn: true } },
} as const;

/** What a device follows, named in a language; nothing where it is not known, or the portal has no pair of keys. */
export async function findDevice({ endpoint }: DeviceInput, locale: Locale): Promise<Device> {
  const pair = pushKeys();
  if (!pair) return { locale, follows: [] };
  const [device, communes] = await Promise.all([
    db.subscription.findUnique({
      where: { endpointHash: hashOfEndpoint(endpoint, pair) },
      select: {
        locale: true,
        follows: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], select: followSelect, take: FOLLOWS_MAX },
      },
    }),
    mapPublishedCommunes(),
  ]);
  const follows = device?.follows ?? [];
  const former = await mapPublishedFormerCommunes(
    follows.flatMap(({ communeId }) => (communeId && !communes.has(communeId) ? [communeId] : [])),
  );
  const placeOf = (id: string, known: string) => {
    const { slug, name, kind } = communes.get(id) ?? former.get(id) ?? { slug: known, name: known, kind: 'commune' };
    return { slug, name, kind };
  };
  return {
    locale: device?.locale === 'en' || (!device && locale === 'en') ? 'en' : 'vi',
    follows: follows.map(({ id, communeId, commune, topic, alertsAlone }) => ({
      id,
      commune: commune && placeOf(communeId ?? '', commune.slug),
      topic: topic && { code: topic.code, name: locale === 'vi' ? topic.nameVi : topic.nameEn },
      alertsAlone,
    })),
  };
}
