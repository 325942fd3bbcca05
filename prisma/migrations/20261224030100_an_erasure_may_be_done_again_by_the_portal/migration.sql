-- expand: an erasure may be done again by the portal.
-- After a backup from before her erasure is put back, the portal erases a person again by itself: nobody did it, and the one who had may not be
-- known to that database yet.
ALTER TABLE erasure ALTER COLUMN done_by_id DROP NOT NULL;
