import { Document, Page, StyleSheet, Text, View } from '@react-pdf/renderer';
import { PRINT_FAMILY } from '@/components/ui/print/print-font';
import type { OwnSection } from './own-data-words';

// a height of lines said for the whole page would leave out its number
const looks = StyleSheet.create({
  page: {
    paddingTop: 48,
    paddingBottom: 56,
    paddingHorizontal: 52,
    fontFamily: PRINT_FAMILY,
    fontSize: 10,
  },
  title: { fontSize: 17, fontWeight: 700, lineHeight: 1.3, marginBottom: 8 },
  rights: { fontSize: 10, lineHeight: 1.5, marginBottom: 10, color: '#4a4453' },
  heading: { fontSize: 12, lineHeight: 1.5, fontWeight: 700, marginTop: 12, marginBottom: 4 },
  line: { fontSize: 10, lineHeight: 1.5, marginBottom: 3 },
  rest: { fontSize: 10, lineHeight: 1.5, marginTop: 14, color: '#4a4453' },
  below: { marginLeft: 14, color: '#4a4453' },
  foot: { position: 'absolute', bottom: 28, left: 52, right: 52, fontSize: 8, color: '#4a4453', textAlign: 'center' },
});

type Words = {
  title: string;
  lead: string;
  rights: string;
  nothingOn: (sections: readonly OwnSection[]) => string;
  headingOf: (section: OwnSection) => string;
  pageOf: (page: number, pages: number) => string;
};

type DocumentProps = { locale: string; words: Words; sections: readonly OwnSection[] };

/** Her own data on paper: to be read, kept and shown by herself. */
export function OwnDataDocument({ locale, words, sections }: DocumentProps) {
  const held = sections.filter(({ lines }) => lines.length > 0);
  const empty = sections.filter(({ lines }) => lines.length === 0);
  return (
    <Document title={words.title} language={locale} author="Phụ nữ số Đồng Nai">
      <Page size="A4" {...look('page')}>
        <Text {...look('title')}>{words.title}</Text>
        <Text {...look('line')}>{words.lead}</Text>
        <Text {...look('rights')}>{words.rights}</Text>
        {held.map((section) => (
          <View key={section.key}>
            <Text {...look('heading')} minPresenceAhead={30}>
              {words.headingOf(section)}
            </Text>
            {section.lines.map(({ text, below = [] }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same, and none moves
              <View key={at} {...look('line')}>
                <Text>{`• ${text}`}</Text>
                {below.map((line) => (
                  <Text key={line} {...look('below')}>
                    {line}
                  </Text>
                ))}
              </View>
            ))}
          </View>
        ))}
        {empty.length > 0 && <Text {...look('rest')}>{words.nothingOn(empty)}</Text>}
        <Text {...look('foot')} fixed render={({ pageNumber, totalPages }) => words.pageOf(pageNumber, totalPages)} />
      </Page>
    </Document>
  );
}

/** The document's own looks; it is no page of the web. */
const look = (name: keyof typeof looks) => ({ style: looks[name] });
