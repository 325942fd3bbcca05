import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Scene } from '@/domain/articles/scenes/scene';
import { scenes } from '@/domain/articles/scenes/scene';
import { coverOf } from '@/domain/guides/guide';
import { GuideCover } from './guide-cover';
import { GuideDrawing } from './guide-drawing';

const topics = [{ code: 'vneid', name: 'VNeID' }];
const drawn = (scene: Scene | null, at = 0) =>
  renderToStaticMarkup(
    createElement(GuideCover, {
      guide: { slug: 'vneid', topics, scene },
      drawing: coverOf(topics),
      at,
      className: 'x',
    }),
  );

test('a guide stands with its phone, as it always did, until somebody chooses a scene', () => {
  const phone = createElement(GuideDrawing, { drawing: coverOf(topics), topic: 'vneid', at: 1, className: 'x' });
  expect(drawn(null, 1)).toBe(renderToStaticMarkup(phone));
});

test('each scene that is chosen for a guide is drawn as large as a phone, without one, and says nothing of its own', () => {
  const all = scenes.map((scene) => drawn(scene));
  expect(new Set(all).size).toBe(scenes.length);
  for (const svg of all) {
    expect(svg).toMatch(/^<svg viewBox="0 0 320 200" class="[^"]* x" aria-hidden="true">/);
    expect(svg).not.toContain('rotate(-5 160 100)');
  }
});
