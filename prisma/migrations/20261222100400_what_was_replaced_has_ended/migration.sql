-- Until files were removed, a picture of an activity that was replaced, or taken back with it, after somebody in it had said no kept that reason: as a no
-- can become a yes again, its file would lie there for ever. What nothing shows any more has ended, and the trigger notes its files.
UPDATE media_asset a SET withdrawn_reason = CASE WHEN EXISTS (SELECT FROM model_activity m WHERE m.asset_id = a.id) THEN 'taken-back' ELSE 'replaced' END
WHERE a.withdrawn_reason = 'consent' AND NOT a.in_library
  AND NOT EXISTS (SELECT FROM model_activity m WHERE m.asset_id = a.id AND m.taken_back_at IS NULL)
  AND NOT EXISTS (SELECT FROM criterion_met c WHERE c.asset_id = a.id)
  AND NOT EXISTS (SELECT FROM guide_step g WHERE g.asset_id = a.id)
  AND NOT EXISTS (SELECT FROM course_material k WHERE k.asset_id = a.id)
  AND NOT EXISTS (SELECT FROM media_use u WHERE u.asset_id = a.id);
