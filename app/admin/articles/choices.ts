import 'server-only';
import type { AboutChoices } from '@/components/articles/drafts/about-fields';
import type { Viewer } from '@/domain/access/viewer';
import { listPublishedSkills } from '@/domain/articles/queries';
import { listPublishedCommunes } from '@/domain/units/queries';
import { askForUnit } from '../units/question';

/** Places and topics that an article can be about: all of them, wherever its writer works. */
export async function aboutChoices(viewer: Viewer): Promise<AboutChoices> {
  const [communes, skills] = await Promise.all([listPublishedCommunes(), listPublishedSkills(viewer.locale)]);
  return {
    communes: communes.map(({ id, name }) => ({ value: id, label: name })),
    skills: skills.map(({ code, name }) => ({ value: code, label: name })),
  };
}

/** Which unit she writes for: the province or a commune in her reach; a head of a sub-association (`heads`) writes for hers. */
export async function askForWhom(viewer: Viewer) {
  const permission = 'articles.write' as const;
  const wide = await askForUnit(
    viewer,
    { permission, levels: ['province', 'commune'] },
    undefined,
    ({ level }) => level === 'province',
  );
  const isNone = wide.question.few?.length === 0;
  const { question, unit } = isNone
    ? await askForUnit(viewer, { permission, levels: ['sub_association'] }, undefined)
    : wide;
  const commune = unit?.level === 'commune' ? unit.id : unit?.communeId;
  return { unit: question, communeIds: commune ? [commune] : [], heads: isNone };
}
