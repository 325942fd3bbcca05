import { Document, Page, Path, StyleSheet, Svg, Text, View } from '@react-pdf/renderer';
import { PRINT_FAMILY } from '@/components/ui/print/print-font';
import { qrPath } from '@/components/ui/print/qr-path';
import { CARDS_A_SHEET, type PrintedCard } from '@/domain/member-cards/member-card';

const INK = '#2b1230';
const QUIET = '#553a52';
const LOTUS = '#920c48';

/** As large as a bank card, 85.6 by 54 mm, in points. */
const WIDTH = 242.6;
const HEIGHT = 153;
/** Three lines stand below it, in two languages. */
const CODE = 80;

const looks = StyleSheet.create({
  page: {
    paddingVertical: 34,
    paddingHorizontal: 52,
    fontFamily: PRINT_FAMILY,
    color: INK,
    flexDirection: 'row',
    flexWrap: 'wrap',
    alignContent: 'flex-start',
  },
  card: { width: WIDTH, height: HEIGHT, borderWidth: 0.5, borderStyle: 'dashed', borderColor: QUIET, padding: 9 },
  title: { fontSize: 10.5, fontWeight: 700, color: LOTUS },
  titleEn: { fontSize: 7, color: LOTUS, marginBottom: 4 },
  middle: { flexDirection: 'row', gap: 8, flexGrow: 1 },
  words: { flex: 1 },
  name: { fontSize: 15, fontWeight: 700, marginBottom: 2 },
  open: { fontSize: 7.5, lineHeight: 1.3 },
  quiet: { fontSize: 6.5, lineHeight: 1.3, color: QUIET },
});

type Words = { title: string; open: string; found: string; demo: string; number: (number: string) => string };
type CardOnPaper = Omit<PrintedCard, 'token'> & { address: string };
type CardDocumentProps = { cards: readonly CardOnPaper[]; vi: Words; en: Words };

/**
 * Members' cards on A4, to be cut out: of her only the name that she is called by, for whoever hands them over. Her digits are never on it.
 */
export function CardDocument({ cards, vi, en }: CardDocumentProps) {
  const sheets = Array.from({ length: Math.ceil(cards.length / CARDS_A_SHEET) }, (_, at) =>
    cards.slice(at * CARDS_A_SHEET, (at + 1) * CARDS_A_SHEET),
  );
  return (
    <Document title={vi.title} language="vi" author="Phụ nữ số Đồng Nai">
      {sheets.map((sheet) => (
        <Page key={sheet[0]?.number} size="A4" {...look('page')}>
          {sheet.map((card) => (
            <Card key={card.address} card={card} vi={vi} en={en} />
          ))}
        </Page>
      ))}
    </Document>
  );
}

function Card({ card: { number, calledBy, demo, address }, vi, en }: { card: CardOnPaper; vi: Words; en: Words }) {
  const { size, path } = qrPath(address);
  return (
    <View {...look('card')}>
      <Text {...look('title')}>{`Phụ nữ số Đồng Nai · ${vi.title}`}</Text>
      <Text {...look('titleEn')}>{en.title}</Text>
      <View {...look('middle')}>
        <Svg width={CODE} height={CODE} viewBox={`0 0 ${size} ${size}`}>
          <Path d={path} stroke={INK} strokeWidth={1} />
        </Svg>
        <View {...look('words')}>
          <Text {...look('name')}>{calledBy}</Text>
          <Text {...look('open')}>{vi.open}</Text>
          <Text {...look('quiet')}>{en.open}</Text>
        </View>
      </View>
      <Text {...look('quiet')}>{`${vi.found} · ${en.found}`}</Text>
      <Text {...look('quiet')}>
        {[vi.number(number), demo && `${vi.demo} · ${en.demo}`].filter(Boolean).join(' · ')}
      </Text>
    </View>
  );
}

/** The document's own looks; it is no page of the web. */
const look = (name: keyof typeof looks) => ({ style: looks[name] });
