import { useTranslations } from 'next-intl';
import { SceneDrawing } from '@/components/charts/scenes/scene-drawing';
import { RadioGroup } from '@/components/ui/forms/choice-fields';
import { scenes } from '@/domain/articles/scenes/scene';

/** What is drawn for a piece without a picture: left to the portal, or one of the scenes, each in small. */
export function SceneField({ scene }: { scene: string }) {
  const t = useTranslations('articles.form');
  const words = useTranslations('charts.place.scenes');
  const drawn = scenes.map((value) => ({
    value,
    label: words(value).replace(/^./, (letter) => letter.toLocaleUpperCase()),
    sign: <SceneDrawing scene={value} className="ml-auto w-[72px] flex-none rounded-[4px]" />,
  }));
  return (
    <RadioGroup
      name="scene"
      label={t('scene')}
      hint={t('sceneHint')}
      options={[{ value: '', label: t('sceneByItself') }, ...drawn]}
      defaultValue={scene}
      optional
    />
  );
}
