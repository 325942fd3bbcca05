-- What was recorded of a model by mistake is taken back with its reason: it counts nowhere any more, and the row stays.
ALTER TABLE model_activity
  ADD COLUMN taken_back_at timestamptz(6),
  ADD COLUMN taken_back_by_id uuid REFERENCES account (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  ADD COLUMN taken_back_reason text,
  -- the reason alone may go: when it names somebody whose data is erased
  ADD CONSTRAINT taken_back_whole CHECK (taken_back_at IS NOT NULL OR num_nonnulls(taken_back_by_id, taken_back_reason) = 0);
SELECT app.guard('model_activity');
