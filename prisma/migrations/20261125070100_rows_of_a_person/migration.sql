-- What sheets said of one woman is looked up when she asks what is held on her, and when it is erased.
CREATE INDEX import_row_subject ON import_row (subject_id);
