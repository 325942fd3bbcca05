import { pushKeys } from '@/domain/ground/push-keys';
import type { Locale } from '@/domain/locale';
import { mapPublishedCommunes } from '@/domain/units/queries';
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
  const nameOf = (id: string | null, slug: string) =>
    communes.get(id ?? '') ?? { name: slug, kind: 'commune' as const };
  return {
    locale: device?.locale === 'en' || (!device && locale === 'en') ? 'en' : 'vi',
    follows: (device?.follows ?? []).map(({ id, communeId, commune, topic, alertsAlone }) => ({
      id,
      // one that is no more has no name today
      commune: commune && {
        slug: commune.slug,
        name: nameOf(communeId, commune.slug).name,
        kind: nameOf(communeId, commune.slug).kind,
      },
      topic: topic && { code: topic.code, name: locale === 'vi' ? topic.nameVi : topic.nameEn },
      alertsAlone,
    })),
  };
}
