CREATE PROCEDURE promote_loop(n int) LANGUAGE plpgsql AS $$
DECLARE m record; at timestamptz; v int;
BEGIN
 FOR i IN 1..n LOOP
  SELECT id INTO m FROM bench_m WHERE bench_m.n = 1 + (i*7) % 3000;
  PERFORM last_version FROM models WHERE id = m.id FOR NO KEY UPDATE;
  at := date_trunc('milliseconds', now()) + i * interval '10 ms'; v := 1 + (i / 3000) % 4;
  UPDATE model_versions SET stage='Archived', stage_entered_at=at, updated_at=at WHERE model_id=m.id AND stage='Production';
  UPDATE model_versions SET stage='Production', stage_entered_at=at, updated_at=at, promoted_at=at, promoted_by='ci' WHERE model_id=m.id AND version=v;
  INSERT INTO transitions (id, model_id, version, from_stage, to_stage, kind, status, requested_by, requested_at, pinned_generation, settled_at) VALUES (gen_random_uuid(), m.id, v, 'Staging','Production','promote','applied','ci',at,1,at);
  COMMIT;
 END LOOP;
END $$;
CREATE PROCEDURE register_loop(n int) LANGUAGE plpgsql AS $$
DECLARE m record;
BEGIN
 FOR i IN 1..n LOOP
  SELECT id INTO m FROM bench_m WHERE bench_m.n = 1 + (i*7) % 3000;
  INSERT INTO model_versions (model_id,artifact_uri,created_by,created_at,updated_at,stage_entered_at) VALUES (m.id,'s3://x/','ci',now(),now(),now());
  COMMIT;
 END LOOP;
END $$;
