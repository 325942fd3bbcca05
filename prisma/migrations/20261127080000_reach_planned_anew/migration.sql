-- Reach is planned anew each time it is asked: what is cheapest differs by far between a head's few pairs, a commune's thousand
-- and the province's hundred thousand. From its sixth call on a connection PostgreSQL would keep to one plan for all of them,
-- which takes a commune three times as long.
ALTER FUNCTION app.reach_of_all(uuid[], date, text[]) SET plan_cache_mode = force_custom_plan;
