import { zippedOn } from '@/domain/zip';

const TYPES = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const RELATIONS = `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;

/** A paragraph of each text; what begins with `<` is put in as it is. */
const bodyOf = (paragraphs: readonly string[]) =>
  paragraphs.map((text) => (text.startsWith('<') ? text : `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`)).join('');

const documentOf = (body: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}<w:sectPr/></w:body></w:document>`;

/** The bytes of a Word letter of these paragraphs, with further parts or others in the place of its own. */
export function letterBytes(paragraphs: readonly string[], more: Record<string, string> = {}): Buffer {
  const parts = {
    '[Content_Types].xml': TYPES,
    '_rels/.rels': RELATIONS,
    'word/document.xml': documentOf(bodyOf(paragraphs)),
    ...more,
  };
  return zippedOn(new Map(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)])), '2026-01-01');
}

/** The same as a file that was chosen in a form. */
export const createLetter = (...paragraphs: string[]) =>
  new File([new Uint8Array(letterBytes(paragraphs))], 'mau.docx');
