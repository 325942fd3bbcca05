-- A link that a course hands out is looked at as those in texts are: whoever follows it stands in a class.
ALTER TABLE course_material ADD COLUMN link_id uuid;
ALTER TABLE course_material ADD CONSTRAINT course_material_link_id_fkey FOREIGN KEY (link_id) REFERENCES link (id) ON DELETE RESTRICT ON UPDATE RESTRICT;
CREATE INDEX course_material_link_id_idx ON course_material (link_id);
