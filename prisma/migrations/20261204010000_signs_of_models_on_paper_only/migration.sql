-- More in the records may look as if a model stood on paper only; the commune answers to each.
ALTER TYPE "model_hint" ADD VALUE 'no_households';
ALTER TYPE "model_hint" ADD VALUE 'board_left';
ALTER TYPE "model_hint" ADD VALUE 'same_board';
ALTER TYPE "model_hint" ADD VALUE 'founded_together';
ALTER TYPE "model_hint" ADD VALUE 'pairs_quiet';
ALTER TYPE "model_hint" ADD VALUE 'pairs_at_once';
