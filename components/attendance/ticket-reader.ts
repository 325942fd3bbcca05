/** What the camera sees, read for codes. */
export type TicketReader = (picture: HTMLVideoElement) => Promise<string[]>;

const WASM = '/admin/attendance/reader';

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
  const { BarcodeDetector, prepareZXingModule } = await import('barcode-detector/ponyfill');
  await prepareZXingModule({ overrides: { locateFile: () => WASM }, fireImmediately: true });
  return new BarcodeDetector({ formats: ['qr_code'] });
}
