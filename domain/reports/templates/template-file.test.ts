import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import type { FieldValues } from './fields';
import { letterBytes } from './letter-fixture';
import { fillTemplate, readTemplate } from './template-file';

const NEEDED = '{ban_chup} {ma_so_lieu}';
const told = (...paragraphs: string[]) => {
  const read = readTemplate(letterBytes([NEEDED, ...paragraphs]));
  return read.ok ? read.value.mistakes : read.problem;
};
const refused = (more: Record<string, string>, paragraphs: string[] = []) => {
  const read = readTemplate(letterBytes([NEEDED, ...paragraphs], more));
  return read.ok ? read.value.mistakes : read.problem;
};

describe('a mistake in a template is told with the field it is about', () => {
  test('a field that does not exist, with the one that is meant; one that stands in another place, with the place', () => {
    expect(told('{tong_sso}')).toEqual([{ kind: 'unknown', field: 'tong_sso', meant: 'tong_so' }]);
    expect(told('{hoan_toan_khac}')).toEqual([{ kind: 'unknown', field: 'hoan_toan_khac' }]);
    expect(told('{tong_so}')).toEqual([{ kind: 'elsewhere', field: 'tong_so', inside: 'dong' }]);
    expect(told('{#do_phu}', '{co_quan}', '{/do_phu}')).toEqual([{ kind: 'elsewhere', field: 'co_quan', inside: '' }]);
  });

  test('lists that are not closed, not opened, or none; braces that stand alone', () => {
    expect(told('{#do_phu}', '{tieu_de}')).toEqual([{ kind: 'unclosed-list', field: 'do_phu' }]);
    expect(told('{/do_phu}')).toEqual([{ kind: 'unopened-list', field: 'do_phu' }]);
    expect(told('{#do_phu}', '{#doan}', '{van}', '{/do_phu}')).toEqual([{ kind: 'unclosed-list', field: 'doan' }]);
    expect(told('{#co_quan}', '{/co_quan}')).toEqual([{ kind: 'not-a-list', field: 'co_quan' }]);
    expect(told('{do_phu}')).toEqual([{ kind: 'is-a-list', field: 'do_phu' }]);
    expect(told('Số {so')).toEqual([{ kind: 'unclosed-brace', field: 'Số {so' }]);
    expect(told('Số so}')).toEqual([{ kind: 'unopened-brace', field: 'Số so}' }]);
    expect(told('{@so}')).toEqual([{ kind: 'not-allowed', field: '@so' }]);
  });

  test('snapshot and sum have to be there, outside of every list', () => {
    const read = readTemplate(letterBytes(['{#do_phu}', '{/do_phu}', '{ma_so_lieu}']));
    expect(read.ok && read.value.mistakes).toEqual([{ kind: 'missing', field: 'ban_chup' }]);
  });

  test('a list that begins in one row of a table and ends in another, and what stands in a note', () => {
    const cell = (text: string) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
    const row = (...texts: string[]) => `<w:tr>${texts.map(cell).join('')}</w:tr>`;
    const table = `<w:tbl>${row('{#dong}{cap}', 'x')}${row('y', '{/dong}')}</w:tbl>`;
    const mistakes = told('{#do_phu}', '{#bang}', table, '{/bang}', '{/do_phu}');
    expect(mistakes).toEqual([]);
    const split = told('{#noi_nhan}', `<w:tbl>${row('{/noi_nhan}')}</w:tbl>`);
    expect(split).toMatchObject([{ kind: 'not-filled' }]);
    const notes = '<?xml version="1.0"?><w:footnotes><w:p><w:r><w:t>{so}</w:t></w:r></w:p></w:footnotes>';
    expect(refused({ 'word/footnotes.xml': notes })).toEqual([{ kind: 'in-a-note', field: 'so' }]);
  });

  test('all of them at once, and words that Word has parted are put together', () => {
    const parted = '<w:p><w:r><w:t>{tong</w:t></w:r><w:r><w:t>_sso}</w:t></w:r></w:p>';
    expect(told(parted, '{#do_phu}')).toEqual([
      { kind: 'unknown', field: 'tong_sso', meant: 'tong_so' },
      { kind: 'unclosed-list', field: 'do_phu' },
    ]);
  });
});

describe('a file that is more than a letter is refused', () => {
  const relation = (more: string) =>
    `<?xml version="1.0"?><Relationships><Relationship Id="r" Target="http://xau.invalid/a" ${more}/></Relationships>`;
  const rels = 'word/_rels/document.xml.rels';

  test('macros, links to elsewhere, embedded things, fields that fetch', () => {
    expect(refused({ 'word/vbaProject.bin': 'x' })).toBe('has-macros');
    expect(refused({ [rels]: relation('TargetMode="External" Type="x/hyperlink"') })).toBe('has-links');
    expect(refused({ [rels]: relation("TargetMode = 'External' Type='x/image'") })).toBe('has-links');
    expect(refused({ [rels]: relation('TargetMode="Ext&#101;rnal" Type="x/image"') })).toBe('not-a-letter');
    expect(refused({ [rels]: relation('Type="x/oleObject"') })).toBe('has-objects');
    expect(refused({ 'word/embeddings/a.bin': 'x' })).toBe('has-objects');
    expect(refused({ 'word/media/a.svg': '<svg/>' })).toBe('has-objects');
    const fetching =
      '<w:p><w:r><w:instrText>DDE</w:instrText></w:r><w:r><w:instrText>AUTO c:\\cmd</w:instrText></w:r></w:p>';
    expect(refused({}, [fetching])).toBe('reads-others');
  });

  test('what is no letter, or is written so that it could be read in two ways', () => {
    const wrong = readTemplate(Buffer.from('%PDF-1.4'));
    expect(wrong).toMatchObject({ problem: 'not-a-letter' });
    expect(refused({ '[Content_Types].xml': '<Types/>' })).toBe('not-a-letter');
    expect(refused({ 'word/styles.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a/>' })).toBe('not-a-letter');
    expect(refused({ 'word/styles.xml': '<?xml version="1.0" encoding="UTF-16"?><a/>' })).toBe('not-a-letter');
  });

  test('a bomb of bytes before it is inflated, and one of lists before it is kept', () => {
    expect(refused({ 'word/styles.xml': `<a>${' '.repeat(30_000_000)}</a>` })).toBe('file-inflates');
    const long = Array.from({ length: 3_000 }, () => '{so}');
    expect(told(...long)).toEqual([{ kind: 'too-long', field: '' }]);
    const heavy = ['{#xa_phuong}', '{#bang}', '{#dong}', 'a'.repeat(900_000), '{/dong}', '{/bang}', '{/xa_phuong}'];
    expect(told(...heavy)).toEqual([{ kind: 'too-long', field: '' }]);
  });
});

describe('a filled template', () => {
  const values: FieldValues = { ban_chup: '0197', ma_so_lieu: 'abcd', thu_nghiem: [{ dau: 'Dữ liệu thử nghiệm' }] };
  const filled = (paragraphs: string[]) => {
    const read = readTemplate(letterBytes(paragraphs));
    const done = fillTemplate(Buffer.from(read.ok ? read.value.file : []), values, '2026-12-03');
    return Buffer.from(done.ok ? done.value : expect.unreachable(done.problem));
  };
  const wordsOf = async (letter: Buffer) => (await mammoth.extractRawText({ buffer: letter })).value;

  test('bears the mark of a demonstration, once, whether its template has one or not', async () => {
    for (const mark of [[], ['{#thu_nghiem}', '{dau}', '{/thu_nghiem}']]) {
      const words = await wordsOf(filled([...mark, NEEDED]));
      expect(words.split('Dữ liệu thử nghiệm')).toHaveLength(2);
      expect(words).toContain('0197 abcd');
    }
  });

  test('is the same byte for byte whenever it is filled', () => {
    expect(filled([NEEDED]).equals(filled([NEEDED]))).toBe(true);
  });

  test('names nothing that objects bring along', async () => {
    const done = fillTemplate(letterBytes([NEEDED, '[{constructor}{__proto__}]']), values, '2026-12-03');
    expect(await wordsOf(Buffer.from(done.ok ? done.value : []))).toContain('[]');
  });
});
