-- On the map of tiles Bù Gia Mập lies north of Đăk Ơ, as it does on the ground.
UPDATE unit SET grid_q = new.q, grid_r = new.r
FROM (VALUES ('25222', 5, 1, 5, 0), ('25225', 5, 0, 5, 1)) new (code, was_q, was_r, q, r)
WHERE unit.code = new.code AND unit.grid_q = new.was_q AND unit.grid_r = new.was_r;
