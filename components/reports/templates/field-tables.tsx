import { useTranslations } from 'next-intl';
import { Table } from '@/components/ui/tables/table';
import { letterFields, neededFields } from '@/domain/reports/templates/fields';
import type { Paper, PaperSection } from '../paper/paper';
import { paperFields } from '../paper/paper-fields';

type Row = { name: string; about: string; example: string };

/** Every field with what it is and what a letter would say in its place. */
export function FieldTables({ paper }: { paper: Paper }) {
  const t = useTranslations('reports.template.fields');
  const values = paperFields(paper);
  const needed: readonly string[] = neededFields;
  const letter: Row[] = letterFields.map((name) => ({
    name: `{${name}}`,
    about: needed.includes(name) ? `${t(`words.${name}`)} (${t('needed')})` : t(`words.${name}`),
    example: String(values[name]),
  }));
  const lists: Row[] = [
    { name: '{#thu_nghiem}{dau}{/thu_nghiem}', about: t('thu_nghiem'), example: paper.demo ?? '' },
    { name: '{#noi_nhan}{noi}{/noi_nhan}', about: t('noi_nhan'), example: paper.recipients.lines[0] ?? '' },
  ];
  return (
    <>
      <Fields title={t('letter')} rows={[...letter, ...lists]} />
      {paper.sections.map((section) => (
        <Fields
          key={section.field}
          title={t('section', {
            name: section.heading.replace(/^[IVX]+\. /, ''),
            opening: `{#${section.field}}`,
            closing: `{/${section.field}}`,
          })}
          rows={rowsOf(section, paper.written, {
            heading: t('tieu_de'),
            paragraphs: t('doan'),
            table: t('bang'),
          })}
        />
      ))}
    </>
  );
}

type About = { heading: string; paragraphs: string; table: string };

const rowsOf = ({ heading, paragraphs, table }: PaperSection, written: Paper['written'], about: About): Row[] => [
  { name: '{tieu_de}', about: about.heading, example: heading },
  { name: '{#doan} {van} {/doan}', about: about.paragraphs, example: paragraphs[0] ?? '–' },
  ...(table
    ? [
        { name: '{#bang} {#dong} … {/dong} {/bang}', about: about.table, example: '' },
        ...table.columns.map(({ field, heading: column }, at) => ({
          name: `{${field}}`,
          about: column,
          example: written(table.rows[0]?.cells[at] ?? null),
        })),
      ]
    : []),
];

function Fields({ title, rows }: { title: string; rows: readonly Row[] }) {
  const t = useTranslations('reports.template.fields');
  return (
    <section className="mt-7">
      <h2 className="mb-2 break-words">{title}</h2>
      <Table
        caption={title}
        rows={rows}
        keyOf={({ name }) => name}
        columns={[
          { label: t('field'), kind: 'title', cell: ({ name }) => <code className="break-words">{name}</code> },
          { label: t('about'), cell: ({ about }) => <span className="md:inline-block md:min-w-48">{about}</span> },
          { label: t('example'), cell: ({ example }) => <span className="[overflow-wrap:anywhere]">{example}</span> },
        ]}
      />
    </section>
  );
}
