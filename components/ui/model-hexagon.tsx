import { Icon } from './icon';
import type { modelIcons } from './icon-paths';

/** The icon of one of the four models on its soft ground. */
export function ModelHexagon({ kind }: { kind: keyof typeof modelIcons.paths }) {
  return (
    <span className={`hexagon model-hexagon ${kind}`}>
      <Icon name={kind} size={50} />
    </span>
  );
}
