-- Women who live in a household of a Digital Family are members of that family. Until now the two were written down apart.
INSERT INTO model_member (id, model_id, person_id, valid_from)
SELECT app.uuid7(), h.model_id, p.person_id, max(greatest(p.valid_from, h.valid_from))
FROM model_household h JOIN household_member p ON p.household_id = h.household_id
WHERE app.active_on(h.valid_from, h.valid_to, app.today()) AND app.active_on(p.valid_from, p.valid_to, app.today())
  AND NOT EXISTS (SELECT FROM model_member m WHERE m.model_id = h.model_id AND m.person_id = p.person_id
    AND (m.valid_to IS NULL OR m.valid_to > greatest(p.valid_from, h.valid_from)) AND m.valid_from IS DISTINCT FROM m.valid_to)
GROUP BY h.model_id, p.person_id;
