import 'server-only';
import { getTranslations } from 'next-intl/server';
import type { AboutChoices } from '@/components/articles/about-fields';
import type { Viewer } from '@/domain/access/viewer';
import { listPublishedSkills } from '@/domain/articles/queries';
import { listPublishedCommunes, listUnits } from '@/domain/units/queries';
import type { Unit } from '@/domain/units/unit';

/** Places and topics that an article can be about: all of them, wherever its writer works. */
export async function aboutChoices(viewer: Viewer): Promise<AboutChoices> {
  const [communes, skills] = await Promise.all([listPublishedCommunes(), listPublishedSkills(viewer.locale)]);
  return {
    communes: communes.map(({ id, name }) => ({ value: id, label: name })),
    skills: skills.map(({ code, name }) => ({ value: code, label: name })),
  };
}

/** Units she may write for: the province and the communes in her reach; a head of a sub-association writes for hers. */
export async function unitChoices(viewer: Viewer) {
  const of = (levels: Unit['level'][]) => listUnits(viewer, { permission: 'articles.write', levels });
  const [t, provinces, communes] = await Promise.all([getTranslations('units'), of(['province']), of(['commune'])]);
  const units = provinces.length + communes.length > 0 ? [...provinces, ...communes] : await of(['sub_association']);
  const options = units.map(({ id, name, level }) => ({
    value: id,
    label: level === 'province' ? `${name} (${t(`levels.${level}`).toLocaleLowerCase(viewer.locale)})` : name,
  }));
  const [first] = units;
  return {
    options,
    unitId: provinces[0]?.id ?? (units.length === 1 ? first?.id : undefined) ?? '',
    communeIds: communes.length === 1 && provinces.length === 0 ? communes.map(({ id }) => id) : [],
  };
}
