/** Reads the codes in a picture of the camera. */
export type TicketReader = (picture: HTMLVideoElement) => Promise<string[]>;

const READER = '/admin/attendance/reader';

type Detector = { detect(picture: HTMLVideoElement): Promise<{ rawValue: string }[]> };
type Native = { new (options: { formats: string[] }): Detector; getSupportedFormats(): Promise<string[]> };

/** The browser's own reader where it has one for QR codes, else zxing, which is fetched from the portal. */
export async function makeTicketReader(): Promise<TicketReader> {
  const native = (globalThis as { BarcodeDetector?: Native }).BarcodeDetector;
  const formats = (await native?.getSupportedFormats().catch(() => [])) ?? [];
  const detector =
    native && formats.includes('qr_code') ? new native({ formats: ['qr_code'] }) : await makePortableDetector();
  return async (picture) => (await detector.detect(picture)).map(({ rawValue }) => rawValue);
}

async function makePortableDetector(): Promise<Detector> {
  const [{ BarcodeDetector, prepareZXingModule }, packed] = await Promise.all([
    import('barcode-detector/ponyfill'),
    fetch(READER, { credentials: 'same-origin' }),
  ]);
  if (!packed.ok || !packed.body) throw new Error('no reader');
  const wasmBinary = await new Response(packed.body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  return new BarcodeDetector({ formats: ['qr_code'] });
}
