import { Document, Page, Text, View } from '@react-pdf/renderer';
import { startOf } from '@/domain/days/day';
import type { ToldTable } from '../tables/told-table';
import type { Paper, PaperSection } from './paper';
import { looks } from './paper-looks';

/** A report as a document of A4 sheets. */
export const PaperDocument = (paper: Paper) => (
  <Document
    title={`${paper.title} ${paper.about}`}
    language={paper.locale}
    author={paper.body}
    creationDate={startOf(paper.madeOn)}
    modificationDate={startOf(paper.madeOn)}
  >
    <Page size="A4" {...look('page')}>
      {paper.demo && (
        <View {...look('demo')}>
          <Text {...look('centre')}>{paper.demo}</Text>
        </View>
      )}
      <Head {...paper} />
      <Text {...look('title')}>{paper.title}</Text>
      <View {...look('about')}>
        <Text {...look('aboutWords')}>{paper.about}</Text>
        <View {...look('rule')} />
      </View>
      {paper.sections.map((section) => (
        <Section key={section.heading} section={section} written={paper.written} />
      ))}
      <Text {...look('closing')} minPresenceAhead={FOOT_AHEAD}>
        {paper.closing}
      </Text>
      <Foot {...paper} />
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

const Head = ({ above, body, number, motto: [country, motto], placeAndDate }: Paper) => (
  <View {...look('head')}>
    <View {...look('left')}>
      <Text {...look('head10')}>{above}</Text>
      <Text {...look('strong10')}>{body}</Text>
      <View {...look('rule')} />
      <Text {...look('head10')}>{number}</Text>
    </View>
    <View {...look('right')}>
      <Text {...look('strong10')}>{country}</Text>
      <Text {...look('strong')}>{motto}</Text>
      <View {...look('longRule')} />
      <Text {...look('slanted')}>{placeAndDate}</Text>
    </View>
  </View>
);

type SectionProps = { section: PaperSection; written: Paper['written'] };

/** Its parts lie on the page itself: within a part of its own a heading is the first thing, which never moves on to its text. */
const Section = ({ section: { heading, paragraphs, table }, written }: SectionProps) => (
  <>
    <Text {...look('heading')} minPresenceAhead={AHEAD}>
      {heading}
    </Text>
    {paragraphs.map((text) => (
      <Text key={text} {...look('paragraph')}>
        {text}
      </Text>
    ))}
    {table && <View minPresenceAhead={AHEAD} />}
    {table && <Table table={table} written={written} />}
  </>
);
/** What is left of a page holds the first row of a table with one below it, or both begin the next page. */
const AHEAD = 60;
/** More than a foot takes: the sentence that ends the text lies on the page of the signature. */
const FOOT_AHEAD = 400;

/** More columns than this stand in smaller letters. */
const COLUMNS_USUAL = 6;

type TableProps = Pick<SectionProps, 'written'> & { table: ToldTable };

/** A table with lines; its first row stands above each page. */
function Table({ table: { columns, rows }, written }: TableProps) {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const fontSize = columns.length > COLUMNS_USUAL ? 8 : 9;
  const drawn = (cells: readonly string[], more: { fontWeight: number; textAlign?: 'center' }) =>
    cells.map((cell, at) => {
      const { share, measure } = columns[at] ?? { share: 1, measure: 'words' };
      const textAlign = measure === 'words' ? 'left' : 'right';
      const width = `${(100 * share) / whole}%`;
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns of a table on paper stay where they are
        <View key={at} {...look('cell', { width, ...(at === 0 ? looks.firstCell : {}) })}>
          <Text {...look('words', { fontSize, textAlign, ...more })}>{cell}</Text>
        </View>
      );
    });
  return (
    <View {...look('table')}>
      <View {...look('firstRow')} wrap={false} fixed>
        {drawn(
          columns.map(({ heading }) => heading),
          { fontWeight: 700, textAlign: 'center' },
        )}
      </View>
      {rows.map(({ key, cells }) => (
        // a row that has `fixed` at all, false too, is torn apart between two pages
        <View key={key} {...look('row')} wrap={false}>
          {drawn(cells.map(written), { fontWeight: 400 })}
        </View>
      ))}
    </View>
  );
}

const Foot = ({ recipients, signature, source }: Paper) => (
  <View wrap={false}>
    <View {...look('foot')}>
      <View {...look('recipients')}>
        <Text {...look('strong')}>{recipients.heading}</Text>
        {recipients.lines.map((line) => (
          <Text key={line} {...look('recipient')}>
            {line}
          </Text>
        ))}
      </View>
      <View {...look('signature')}>
        <Text {...look('strong')}>{signature.heading}</Text>
        <Text {...look('strong')}>{signature.office}</Text>
        <Text {...look(signature.name ? 'name' : 'slanted')}>{signature.name ?? signature.unsigned}</Text>
      </View>
    </View>
    <Text {...look('source')}>{source}</Text>
  </View>
);

/** The document's own looks; it is no page of the web. */
const look = (name: keyof typeof looks, more = {}) => ({ style: { ...looks[name], ...more } });
