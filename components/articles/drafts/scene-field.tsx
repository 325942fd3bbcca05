import { useTranslations } from 'next-intl';
import { SceneDrawing } from '@/components/charts/scenes/scene-drawing';
import { RadioGroup } from '@/components/ui/forms/choice-fields';
import { scenes } from '@/domain/articles/scenes/scene';

type SceneProps = {
  chosen: string;
  /** what is drawn where none is chosen: a scene of the portal's choice, or the phone of a guide */
  else: 'portal' | 'phone';
};

/** What is drawn for a piece without a picture: one of the scenes, each in small, or what its kind is drawn as by itself. */
export function SceneField({ chosen, else: otherwise }: SceneProps) {
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
      hint={t(`sceneHint.${otherwise}`)}
      options={[{ value: '', label: t(`sceneElse.${otherwise}`) }, ...drawn]}
      defaultValue={chosen}
      optional
    />
  );
}
