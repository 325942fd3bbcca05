import { Document, Page, StyleSheet, Text, View } from '@react-pdf/renderer';
import { PRINT_FAMILY } from '@/components/ui/print/print-font';
import type { Paper, PaperSection, PaperTable } from './paper';

const RULE = '#4a4453';
/** Edges as the decree has them: 20 mm above and below, 30 mm left for the binding, 15 mm right. */
const MILLIMETRE = 72 / 25.4;

const looks = StyleSheet.create({
  page: {
    paddingTop: 20 * MILLIMETRE,
    paddingBottom: 22 * MILLIMETRE,
    paddingLeft: 30 * MILLIMETRE,
    paddingRight: 15 * MILLIMETRE,
    fontFamily: PRINT_FAMILY,
    fontSize: 10.5,
    lineHeight: 1.45,
  },
  demo: { borderWidth: 1, borderColor: RULE, padding: 6, marginBottom: 10, fontWeight: 700, textAlign: 'center' },
  head: { flexDirection: 'row', justifyContent: 'space-between', marginBottom: 14 },
  side: { width: '48%', textAlign: 'center' },
  strong: { fontWeight: 700 },
  slanted: { fontStyle: 'italic' },
  title: { fontSize: 15, fontWeight: 700, textAlign: 'center', lineHeight: 1.3 },
  about: { fontSize: 11.5, fontWeight: 700, textAlign: 'center', marginBottom: 12, lineHeight: 1.3 },
  heading: { fontSize: 11.5, fontWeight: 700, marginTop: 12, marginBottom: 4 },
  paragraph: { marginBottom: 4, textAlign: 'justify' },
  caption: { fontStyle: 'italic', marginTop: 4, marginBottom: 3 },
  row: { flexDirection: 'row', borderBottomWidth: 0.5, borderColor: RULE },
  first: { borderTopWidth: 0.5 },
  cell: { padding: 3, fontSize: 9 },
  foot: { flexDirection: 'row', justifyContent: 'space-between', marginTop: 22 },
  recipients: { width: '45%', fontSize: 9 },
  signature: { width: '50%', textAlign: 'center' },
  name: { fontWeight: 700, marginTop: 52 },
  source: { marginTop: 18, fontSize: 7.5, color: RULE },
  pages: { position: 'absolute', bottom: 24, left: 0, right: 0, fontSize: 8, color: RULE, textAlign: 'center' },
});

/** A report as a document of A4 sheets. */
export const PaperDocument = (paper: Paper) => (
  <Document title={`${paper.title} ${paper.about}`} language={paper.locale} author={paper.body}>
    <Page size="A4" {...look('page')}>
      {paper.demo && <Text {...look('demo')}>{paper.demo}</Text>}
      <Head {...paper} />
      <Text {...look('title')}>{paper.title}</Text>
      <Text {...look('about')}>{paper.about}</Text>
      {paper.sections.map((section) => (
        <Section key={section.heading} section={section} written={paper.written} />
      ))}
      <Foot {...paper} />
      <Text {...look('source')}>{paper.source}</Text>
      <Text
        {...look('pages')}
        fixed
        render={({ pageNumber, totalPages }) =>
          [paper.pageOf(pageNumber, totalPages), paper.demo].filter(Boolean).join(' · ')
        }
      />
    </Page>
  </Document>
);

const Head = ({ above, body, number, motto, placeAndDate }: Paper) => (
  <View {...look('head')}>
    <View {...look('side')}>
      <Text>{above}</Text>
      <Text {...look('strong')}>{body}</Text>
      <Text>{number}</Text>
    </View>
    <View {...look('side')}>
      {motto.map((line) => (
        <Text key={line} {...look('strong')}>
          {line}
        </Text>
      ))}
      <Text {...look('slanted')}>{placeAndDate}</Text>
    </View>
  </View>
);

type SectionProps = { section: PaperSection; written: Paper['written'] };

const Section = ({ section: { heading, paragraphs, table }, written }: SectionProps) => (
  <View>
    <Text {...look('heading')} minPresenceAhead={40}>
      {heading}
    </Text>
    {paragraphs.map((text) => (
      <Text key={text} {...look('paragraph')}>
        {text}
      </Text>
    ))}
    {table && <Table table={table} written={written} />}
  </View>
);

function Table({ table: { title, columns, rows }, written }: { table: PaperTable; written: Paper['written'] }) {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => `${(100 * share) / whole}%`);
  const lines = [columns.map(({ heading }) => heading), ...rows.map((row) => row.map(written))];
  return (
    <View>
      <Text {...look('caption')}>{title}</Text>
      {lines.map((cells, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a table on paper stay where they are
        <View key={line} {...look('row', line === 0 ? looks.first : {})} wrap={false}>
          {cells.map((cell, at) => (
            <Text
              // biome-ignore lint/suspicious/noArrayIndexKey: so do its columns
              key={at}
              {...look('cell', {
                width: widths[at],
                textAlign: at === 0 ? 'left' : 'right',
                fontWeight: line === 0 ? 700 : 400,
              })}
            >
              {cell}
            </Text>
          ))}
        </View>
      ))}
    </View>
  );
}

const Foot = ({ recipients, signature }: Paper) => (
  <View {...look('foot')} wrap={false}>
    <View {...look('recipients')}>
      <Text {...look('strong')}>{recipients.heading}</Text>
      {recipients.lines.map((line) => (
        <Text key={line}>{line}</Text>
      ))}
    </View>
    <View {...look('signature')}>
      <Text {...look('strong')}>{signature.heading}</Text>
      <Text {...look('strong')}>{signature.office}</Text>
      <Text {...look(signature.name ? 'name' : 'slanted')}>{signature.name ?? signature.unsigned}</Text>
    </View>
  </View>
);

/** The document's own looks; it is no page of the web. */
const look = (name: keyof typeof looks, more = {}) => ({ style: { ...looks[name], ...more } });
