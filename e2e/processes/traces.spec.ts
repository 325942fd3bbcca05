import { openCollector, type Told } from '../../test/servers/collector';
import { openQuietPortal } from '../support/processes/quiet-portal';
import { expect } from '../support/reader/expect';
import { test } from '../support/test';

const spansOf = (spans: Told[], kind: string) => spans.filter(({ attributes }) => attributes['portal.kind'] === kind);

test('a collector hears of a page from the front and from the process that drew it as one trace, found by the id of the answer; a page that lies ready is not traced', async () => {
  const collector = await openCollector();
  const portal = await openQuietPortal('portal_traces', { OTEL_EXPORTER_OTLP_ENDPOINT: collector.origin });
  try {
    const official = await portal.read(await portal.come('commune_official', portal.places.commune));
    const asked = await official.goto('/admin/people?q=T%C3%AAn+m%E1%BA%ADt');
    for (let turn = 0; turn < 5; turn++) await official.goto('/tin-tuc');
    const id = asked.headers()['x-request-id'] ?? '';
    await expect.poll(() => spansOf(collector.spans(), 'admin/people').length, { timeout: 60_000 }).toBe(1);
    const [front] = spansOf(collector.spans(), 'admin/people');
    expect(front?.attributes['portal.request']).toBe(id);
    await expect
      .poll(
        () =>
          collector
            .spans()
            .filter(({ traceId }) => traceId === front?.traceId)
            .map(({ attributes }) => attributes['next.route']),
        { timeout: 60_000 },
      )
      .toContain('/admin/people');
    expect(spansOf(collector.spans(), 'public').length).toBeLessThan(5);
    expect(collector.heard()).not.toMatch(/T%C3%AAn|Tên mật|q=/);
  } finally {
    await portal.close();
    collector.close();
  }
});
