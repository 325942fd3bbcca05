import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GuideParts } from '@/domain/guides/guide';
import type { Locale } from '@/domain/locale';
import type { SeedGuide } from './guides';

/** Beside the sources, and beside what was compiled of them. */
const TEXTS = join(process.cwd(), 'prisma/seed/guides/texts');

/** A guide in one language: title, summary and introduction, and its parts. */
export type GuideText = GuideParts & { title: string; summary: string; introduction: string };

/** Reads `texts/<locale>/<key>.md`: `#` title, summary, introduction, then `## needs`, `## steps` and `## troubles`. */
export function guideTextOf({ key, drawings }: SeedGuide, locale: Locale): GuideText {
  const text = readFileSync(join(TEXTS, locale, `${key}.md`), 'utf8').normalize('NFC');
  const [head = '', needs = '', steps = '', troubles = ''] = text.split(/^## \w+\n/m);
  const [title = '', summary = '', ...introduction] = head.trim().split('\n');
  return {
    title: title.replace(/^# /, ''),
    summary,
    introduction: introduction.join('\n').trim(),
    needs: needs
      .trim()
      .split('\n')
      .map((line) => line.replace(/^- /, '')),
    steps: headed(steps).map((step, at) => {
      const drawing = drawings[at];
      if (!drawing) throw new Error(`${key}: step ${at + 1} has no drawing`);
      return { ...step, drawing };
    }),
    troubles: headed(troubles),
  };
}

const headed = (text: string) =>
  text
    .split(/^### /m)
    .slice(1)
    .map((part) => {
      const [title = '', ...body] = part.trim().split('\n');
      return { title, body: body.join('\n').trim() };
    });
