import type { Viewer } from '@/domain/access/viewer';
import type { DraftInput } from '@/domain/articles/article';
import { draftArticle } from '@/domain/articles/commands';
import { findArticle } from '@/domain/articles/draft-queries';
import { publishArticle } from '@/domain/articles/publish-commands';
import { db } from '@/prisma/client';
import type { TestUnit } from '@/test/union';

/** Articles for tests, written and published as an editor does it. */
let count = 0;

/** The fields of a form for a story in both languages. */
export function writing(unit: TestUnit, change: Partial<DraftInput> = {}): DraftInput {
  count++;
  return {
    kind: 'story',
    unitId: unit.id,
    communeIds: [],
    topics: [],
    titleVi: `Chuyện số ${count} của chị em`,
    summaryVi: 'Một chị biết, một chị học.',
    bodyVi: '## Bắt đầu\n\nCác chị **chỉ nhau** dùng VNeID.',
    titleEn: `Story number ${count} of the women`,
    summaryEn: 'One knows, one learns.',
    bodyEn: '## Beginning\n\nThe women show **one another** VNeID.',
    ...change,
  };
}

/** A text in Vietnamese alone. */
export const inVietnamese = { titleEn: undefined, summaryEn: undefined, bodyEn: undefined };

export async function drafted(viewer: Viewer, input: DraftInput): Promise<string> {
  const result = await draftArticle(viewer, input);
  if (!result.ok) throw new Error(result.problem);
  return result.value.id;
}

/** The newest version of an article, as a form that was just opened holds it. */
export async function versionOf(viewer: Viewer, articleId: string): Promise<number> {
  const article = await findArticle(viewer, articleId);
  if (!article) throw new Error('not to be seen');
  return article.version;
}

export async function published(viewer: Viewer, input: DraftInput): Promise<string> {
  const articleId = await drafted(viewer, input);
  const result = await publishArticle(viewer, { articleId, version: await versionOf(viewer, articleId) });
  if (!result.ok) throw new Error(result.problem);
  return articleId;
}

export async function makeSkill(code: string, name = code): Promise<void> {
  await db.skill.create({
    data: { code, domain: 'communication', nameVi: name, nameEn: name, position: ++count },
    select: { id: true },
  });
}
