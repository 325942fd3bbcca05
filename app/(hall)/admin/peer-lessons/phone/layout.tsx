import '@/components/ui/styles/admin.css';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { getViewer } from '@/server/sign-in/session';

export const dynamic = 'force-dynamic';

export const metadata: Metadata = {
  title: 'Phụ nữ số Đồng Nai',
  robots: { index: false },
  icons: { icon: '/icon.svg', apple: '/attendance/icon-192.png' },
};

export const viewport: Viewport = { themeColor: '#3a1742' };

/** A page of its own kind, as that of the hall: the browser keeps it, so nothing on it says who is signed in. */
export default async function LessonPhoneRoot({ children }: { children: ReactNode }) {
  const viewer = await getViewer();
  return (
    <html lang={viewer?.locale ?? 'vi'}>
      <body className="admin">{children}</body>
    </html>
  );
}
