import { connect } from 'node:tls';
import type { CertificateFacts } from '@/domain/condition/facts';
import { keepFacts } from './kept-facts';

/** Milliseconds for which somebody waits for the answer of the portal's own address. */
const WITHIN_MS = 3_000;

/**
 * Asks the portal's own address, as readers do, until when its certificate holds, and keeps that for the page of the condition. Nobody is asked where
 * readers do not come by https.
 */
export async function lookAtCertificate(portalUrl: string, dataDir: string): Promise<void> {
  if (!portalUrl.startsWith('https:')) return;
  const { at, endsAt } = await certificateOf(new URL(portalUrl));
  keepFacts(dataDir, 'certificate.json', { at: at.toISOString(), endsAt: endsAt?.toISOString() ?? null });
}

/** Until when the certificate of an address holds; null where none came within three seconds. One that is over, or of nobody known, is read too. */
export function certificateOf({ hostname, port }: Pick<URL, 'hostname' | 'port'>): Promise<CertificateFacts> {
  return new Promise((resolve) => {
    // who issued it is for browsers to judge: nothing is sent, and only its end is read
    const socket = connect({
      host: hostname,
      port: Number(port || 443),
      servername: hostname,
      rejectUnauthorized: false,
    });
    const end = (endsAt: Date | null) => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ at: new Date(), endsAt });
    };
    const timer = setTimeout(() => end(null), WITHIN_MS);
    socket.once('error', () => end(null));
    socket.once('secureConnect', () => {
      const { valid_to } = socket.getPeerCertificate();
      const endsAt = new Date(valid_to ?? '');
      end(Number.isNaN(endsAt.getTime()) ? null : endsAt);
    });
  });
}
