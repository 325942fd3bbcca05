import { Document, Page, Path, StyleSheet, Svg, Text, View } from '@react-pdf/renderer';
import { PRINT_FAMILY } from '@/components/ui/print/print-font';
import { qrPath } from '@/components/ui/print/qr-path';
import type { RegisterLine } from '@/domain/attendance/register/register';
import { keepTogether } from '@/i18n/compounds';

const line = { borderBottomWidth: 0.7, borderBottomColor: '#8a6f80' } as const;
// a height of lines said for the whole page would leave out its number
const looks = StyleSheet.create({
  page: {
    paddingTop: 36,
    paddingBottom: 48,
    paddingHorizontal: 40,
    fontFamily: PRINT_FAMILY,
    fontSize: 10,
  },
  head: { flexDirection: 'row', justifyContent: 'space-between', gap: 16, marginBottom: 10 },
  words: { width: 400, fontSize: 10, lineHeight: 1.4 },
  title: { fontSize: 16, fontWeight: 700, lineHeight: 1.3 },
  hint: { fontSize: 8.5, marginTop: 4 },
  row: { flexDirection: 'row', alignItems: 'center', minHeight: 24, paddingVertical: 2, ...line },
  top: { flexDirection: 'row', alignItems: 'flex-end', minHeight: 20, borderBottomWidth: 1.5, fontSize: 8.5 },
  heading: { fontSize: 8.5, fontWeight: 400 },
  number: { width: 34, fontSize: 12, fontWeight: 700 },
  name: { width: 160, paddingRight: 6 },
  group: { width: 140, paddingRight: 6 },
  mark: { width: 66 },
  signature: { flexGrow: 1 },
  close: { marginTop: 20, textAlign: 'right', paddingRight: 40 },
  foot: { position: 'absolute', bottom: 22, left: 40, right: 40, fontSize: 8, textAlign: 'center' },
});

type Words = Record<
  'title' | 'session' | 'when' | 'place' | 'number' | 'name' | 'group' | 'mark' | 'signature' | 'hint' | 'trainer',
  string
> & { demo: string | null; pageOf: (page: number, pages: number) => string };

/** Lines that are left for women at the door; their number is that of typing them back. */
const EMPTY_LINES = 8;
const EMPTY_NUMBER = '+';

type PaperRegisterProps = { locale: string; words: Words; lines: readonly RegisterLine[]; address: string };

/** The register on paper: a number that stays hers, her name, the letters to circle, room to sign. */
export function PaperRegister({ locale, words, lines, address }: PaperRegisterProps) {
  const letters = words.mark.replaceAll(' / ', '     ');
  return (
    <Document title={`${words.title}: ${words.session}`} language={locale} author="Phụ nữ số Đồng Nai">
      <Page size="A4" {...look('page')}>
        <View {...look('head')}>
          <View {...look('words')}>
            <Text {...look('title')}>{words.title}</Text>
            <Text>{words.session}</Text>
            <Text>{`${words.when}. ${words.place}`}</Text>
            {words.demo && <Text>{words.demo}</Text>}
            <Text {...look('hint')}>{words.hint}</Text>
          </View>
          <Code text={address} />
        </View>
        <View {...look('top')} fixed>
          {(['number', 'name', 'group', 'mark', 'signature'] as const).map((name) => (
            <View key={name} {...look(name)}>
              <Text {...look('heading')}>{words[name]}</Text>
            </View>
          ))}
        </View>
        {lines.map(({ id, no, name, group, need }) => (
          <View key={id} {...look('row')} wrap={false}>
            <Text {...look('number')}>{no}</Text>
            <Text {...look('name')}>{need ? `${name} (${need})` : name}</Text>
            <Text {...look('group')}>{keepTogether(group ?? '')}</Text>
            <Text {...look('mark')}>{letters}</Text>
          </View>
        ))}
        {Array.from({ length: EMPTY_LINES }, (_, at) => `empty-${at}`).map((key) => (
          <View key={key} {...look('row')} wrap={false}>
            <Text {...look('number')}>{EMPTY_NUMBER}</Text>
            <Text {...look('name')} />
            <Text {...look('group')} />
            <Text {...look('mark')}>{letters}</Text>
          </View>
        ))}
        <Text {...look('close')}>{words.trainer}</Text>
        <Text {...look('foot')} fixed render={({ pageNumber, totalPages }) => words.pageOf(pageNumber, totalPages)} />
      </Page>
    </Document>
  );
}

/** A code for the page where the register is typed back. */
function Code({ text }: { text: string }) {
  const { size, path } = qrPath(text);
  return (
    <Svg viewBox={`-2 -2 ${size + 4} ${size + 4}`} width={92} height={92}>
      <Path d={path} stroke="#000" strokeWidth={1} />
    </Svg>
  );
}

/** The document's own looks; it is no page of the web. */
const look = (name: keyof typeof looks) => ({ style: looks[name] });
