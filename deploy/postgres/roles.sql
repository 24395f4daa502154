-- The three roles of GreenFactory. Run once per server, as a superuser, on any database. Safe to run again.
-- Passwords are not set here: use \password greenfactory_owner, \password greenfactory_app and \password greenfactory_system in psql.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['greenfactory_owner', 'greenfactory_app', 'greenfactory_system'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
      EXECUTE format('CREATE ROLE %I LOGIN', name);
    END IF;
  END LOOP;
END
$$;

-- The owner holds the schema and runs migrations; requests and background work log in as roles that own nothing, so that
-- row-level security holds for them without exception. Background work may what requests may, and is believed who is at work.
ALTER ROLE greenfactory_owner NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION;
ALTER ROLE greenfactory_app NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION;
ALTER ROLE greenfactory_system NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION INHERIT;
GRANT greenfactory_app TO greenfactory_system;

-- Rows guessed under row security are too many: compiling a plan would take longer than running it.
ALTER ROLE greenfactory_app SET jit = off;
ALTER ROLE greenfactory_system SET jit = off;
