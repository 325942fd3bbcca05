import { Document, Page, Path, StyleSheet, Svg, Text, View } from '@react-pdf/renderer';
import { PRINT_FAMILY } from '@/components/ui/print/print-font';
import { qrPath } from '@/components/ui/print/qr-path';
import type { PosterWords } from './poster-words';

const INK = '#2b1230';
const LOTUS = '#920c48';

const looks = StyleSheet.create({
  page: { paddingVertical: 44, paddingHorizontal: 48, fontFamily: PRINT_FAMILY, color: INK, lineHeight: 1.3 },
  above: { fontSize: 16, fontWeight: 700, color: LOTUS },
  when: { marginTop: 18, borderTopWidth: 4, borderBottomWidth: 4, borderColor: INK, paddingVertical: 10 },
  day: { fontSize: 26, fontWeight: 700 },
  times: { fontSize: 50, fontWeight: 700, color: LOTUS, lineHeight: 1.2 },
  place: { marginTop: 16, fontSize: 25, fontWeight: 700 },
  address: { fontSize: 16 },
  lines: { marginTop: 14 },
  line: { marginBottom: 4 },
  term: { fontWeight: 700 },
  foot: { marginTop: 'auto', flexDirection: 'row', alignItems: 'center' },
  beside: { marginLeft: 18, flex: 1, fontSize: 15 },
  typed: { fontWeight: 700, marginTop: 4, fontSize: 11 },
  demo: { marginTop: 4, fontSize: 10 },
});

/** Long words are set smaller, so that a poster is always one sheet. */
const sizeFor = (text: string, [short, medium, long]: readonly [number, number, number]) =>
  text.length <= 34 ? short : text.length <= 80 ? medium : long;
const CODE = 140;
/** Addresses are not parted by the document itself: a new line begins after a dash or slash. */
const inLines = (address: string) => (address.match(/.{1,46}(?:[-/]|$)/g) ?? [address]).join('\n');

type DocumentProps = { locale: string; words: PosterWords; url: string };

/** The poster of a session as a document: one page of A4. */
export function PosterDocument({ locale, words, url }: DocumentProps) {
  const { size, path } = qrPath(url);
  const said = words.lines.map(({ text }) => text).join(' ');
  const small = { fontSize: said.length <= 120 ? 21 : said.length <= 240 ? 17 : said.length <= 520 ? 13 : 10.5 };
  return (
    <Document title={words.title} language={locale} author="Phụ nữ số Đồng Nai">
      <Page size="A4" {...look('page')}>
        <Text {...look('above')}>{words.above}</Text>
        <Text {...sized(sizeFor(words.title, [50, 38, 25]))}>{words.title}</Text>
        <View {...look('when')}>
          <Text {...look('day')}>{words.day}</Text>
          <Text {...look('times', { fontSize: words.times.length <= 14 ? 50 : 36 })}>{words.times}</Text>
        </View>
        <Text {...look('place')}>{words.place}</Text>
        {words.address && <Text {...look('address')}>{words.address}</Text>}
        <View {...look('lines')}>
          {words.lines.map(({ term, text }) => (
            <Text key={term} {...look('line', small)}>
              <Text {...look('term')}>{`${term}: `}</Text>
              {text}
            </Text>
          ))}
        </View>
        <View {...look('foot')}>
          <Svg width={CODE} height={CODE} viewBox={`0 0 ${size} ${size}`}>
            <Path d={path} stroke={INK} strokeWidth={1} />
          </Svg>
          <View {...look('beside')}>
            <Text>{words.scan}</Text>
            <Text {...look('typed')}>{inLines(words.typed)}</Text>
            {words.demo && <Text {...look('demo')}>{words.demo}</Text>}
          </View>
        </View>
      </Page>
    </Document>
  );
}

/** The document's own looks; it is no page of the web. */
const look = (name: keyof typeof looks, more = {}) => ({ style: { ...looks[name], ...more } });
const sized = (fontSize: number) => ({ style: { fontSize, fontWeight: 700, lineHeight: 1.15, marginTop: 6 } });
