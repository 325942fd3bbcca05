'use client';

import dynamic from 'next/dynamic';

/** Recharts draws nothing on the server and is heavy: it comes only with the pages that show one of these. */
const loading = () => <div className="bone h-[300px]" />;

export const LazyCoverageTrend = dynamic(() => import('./trends/coverage-trend-chart'), { ssr: false, loading });
