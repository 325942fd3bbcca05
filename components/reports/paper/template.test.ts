import mammoth from 'mammoth';
import { createTranslator } from 'use-intl/core';
import { describe, expect, test } from 'vitest';
import { type Field, type FieldValues, fields } from '@/domain/reports/templates/fields';
import { fillTemplate, readTemplate } from '@/domain/reports/templates/template-file';
import { unzip } from '@/domain/zip';
import type { Locale } from '@/i18n/locales';
import { messagesOf } from '@/i18n/messages';
import type { Paper } from './paper';
import { paperFields } from './paper-fields';
import type { PaperWords } from './paper-words';
import { reportPaper } from './report-paper';
import { sampleReport } from './sample-report';
import { startingTemplate } from './starting-template';

// biome-ignore lint/suspicious/noExplicitAny: the type of a translator that does not know its words
const messages: Record<Locale, Record<string, any>> = { vi: await messagesOf('vi'), en: await messagesOf('en') };
const say = (locale: Locale, namespace: string) =>
  createTranslator({ locale, messages: messages[locale], namespace }) as never;

function sample(locale: Locale): Paper {
  const words: PaperWords = {
    locale,
    t: say(locale, 'reports'),
    places: say(locale, 'trainings'),
    kinds: say(locale, 'digital-models.kind'),
    groups: say(locale, 'consents.sensitive.groups'),
    names: new Map(),
    demo: 'Dữ liệu thử nghiệm',
    address: 'https://portal.invalid/bao-cao/kiem-tra',
  };
  const signed = { name: 'Nguyễn Thị Mẫu', day: '2026-11-03', snapshotId: '0197-abcd', sha256: '9f86d0' } as const;
  return reportPaper(words, { content: sampleReport, city: { name: 'Đồng Nai', kind: 'city' }, signed });
}

/** Every name that is filled, and every one that may be asked for, with the lists it stands in. */
const filledIn = (values: FieldValues): string[] =>
  Object.entries(values).flatMap(([name, value]) =>
    typeof value === 'string' ? [name] : value.flatMap((item) => filledIn(item).map((each) => `${name}/${each}`)),
  );
const askedFor = (asked: readonly Field[]): string[] =>
  asked.flatMap(({ name, list }) => (list ? askedFor(list).map((each) => `${name}/${each}`) : [name]));

describe('the template to begin with', () => {
  for (const locale of ['vi', 'en'] as const)
    test(`is free of mistakes, and filled says all that the built-in letter says (${locale})`, async () => {
      const paper = sample(locale);
      const read = readTemplate(await startingTemplate(paper));
      const { mistakes, file } = read.ok ? read.value : expect.unreachable(read.problem);
      expect(mistakes).toEqual([]);
      const filled = fillTemplate(Buffer.from(file), paperFields(paper), paper.madeOn);
      const letter = Buffer.from(filled.ok ? filled.value : expect.unreachable());
      const { value } = await mammoth.extractRawText({ buffer: letter });
      for (const { heading, paragraphs, table } of paper.sections)
        for (const text of [
          heading,
          ...paragraphs,
          ...(table?.rows.flatMap(({ cells }) => cells.map(paper.written)) ?? []),
        ])
          expect(value).toContain(text);
      for (const text of [paper.above, paper.body, paper.about, 'Nguyễn Thị Mẫu', '0197-abcd', '9f86d0', paper.demo])
        expect(value).toContain(text);
      expect(value).not.toMatch(/[{}]/);
    });

  test('can name all that a report’s paper says, and nothing else', () => {
    const filled = new Set(filledIn(paperFields(sample('vi'))));
    const asked = askedFor(fields);
    expect([...filled].filter((name) => !asked.includes(name))).toEqual([]);
    // some sections are a table alone
    expect(asked.filter((name) => !filled.has(name) && !name.endsWith('/doan/van'))).toEqual([]);
  });

  test('of a report with nothing to say in a section leaves the section out, and of real data the mark', async () => {
    const paper = sample('vi');
    const read = readTemplate(await startingTemplate(paper));
    const file = Buffer.from(read.ok ? read.value.file : expect.unreachable());
    const bare = { ...paper, demo: null, sections: paper.sections.filter(({ field }) => field === 'do_phu') };
    const filled = fillTemplate(file, paperFields(bare), paper.madeOn);
    const parts = unzip(Buffer.from(filled.ok ? filled.value : expect.unreachable()), () => true, 10_000_000);
    const all = typeof parts === 'string' ? '' : [...parts.values()].map(String).join('');
    expect(all).toContain('63,2');
    expect(all).not.toContain('Dữ liệu thử nghiệm');
    expect(all).not.toContain('Xã Mẫu');
  });
});
