-- Who entered a member, and when: rows from before do not know it and stay silent.
ALTER TABLE model_member ADD COLUMN recorded_at timestamptz(6), ADD COLUMN recorded_by_id uuid REFERENCES account (id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE model_member ALTER COLUMN recorded_at SET DEFAULT now();
CREATE INDEX model_member_recorded_idx ON model_member (recorded_by_id, recorded_at) WHERE recorded_by_id IS NOT NULL;

-- A judgement that no longer holds says who found that, and why.
ALTER TABLE criterion_met ADD COLUMN recorded_at timestamptz(6), ADD COLUMN ended_by_id uuid REFERENCES account (id) ON DELETE RESTRICT ON UPDATE RESTRICT, ADD COLUMN end_reason text;
ALTER TABLE criterion_met ALTER COLUMN recorded_at SET DEFAULT now();
SELECT app.guard('criterion_met');

-- Two who change a planned checklist at once; what of a model's records shows a criterion.
ALTER TABLE criteria_list ADD COLUMN version integer NOT NULL DEFAULT 1;
SELECT app.guard('criteria_list');
CREATE TYPE counted_by AS ENUM ('board', 'members', 'households', 'pairs', 'activities');
ALTER TABLE criterion ADD COLUMN counted_by counted_by, ADD COLUMN counted_least smallint,
  ADD CONSTRAINT counted_whole CHECK ((counted_by IS NULL) = (counted_least IS NULL)), ADD CONSTRAINT counted_some CHECK (counted_least BETWEEN 1 AND 999);
UPDATE criterion SET counted_by = 'board', counted_least = 3 WHERE label_vi = 'Có ban chủ nhiệm từ 3 người';
UPDATE criterion SET counted_by = 'members', counted_least = 15 WHERE label_vi = 'Có từ 15 thành viên đã biết kỹ năng số cơ bản';
UPDATE criterion SET counted_by = 'households', counted_least = 1 WHERE label_vi = 'Có ban chủ nhiệm và danh sách hộ tham gia';
UPDATE criterion SET counted_by = 'pairs', counted_least = 1 WHERE label_vi = 'Gắn với ít nhất một cặp Hướng dẫn viên số 1+1';

-- Its owner lets other units read and copy the club's charter, plan and lessons.
ALTER TABLE digital_model ADD COLUMN shared_practice boolean NOT NULL DEFAULT false;
CREATE INDEX digital_model_shared_idx ON digital_model (id) WHERE shared_practice;
CREATE INDEX digital_model_copied_from_id_idx ON digital_model (copied_from_id) WHERE copied_from_id IS NOT NULL;

-- What a commune answers to a hint. It holds while the facts it answers to do (their digest is the same). Only added to.
CREATE TYPE model_hint AS ENUM ('quiet', 'many_models', 'entered_at_once', 'board_of_one');
CREATE TABLE model_hint_answer (
  id uuid NOT NULL PRIMARY KEY,
  model_id uuid NOT NULL REFERENCES digital_model (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  hint model_hint NOT NULL,
  digest text NOT NULL,
  text text NOT NULL,
  answered_at timestamptz(6) NOT NULL DEFAULT now(),
  answered_by_id uuid REFERENCES account (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE INDEX model_hint_answer_model_id_idx ON model_hint_answer (model_id, hint, digest);
SELECT app.guard('model_hint_answer');
GRANT SELECT, INSERT ON model_hint_answer TO portal_app;
REVOKE UPDATE ON model_hint_answer FROM portal_app;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON model_hint_answer FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
