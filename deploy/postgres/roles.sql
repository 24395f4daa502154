-- The two roles of GreenFactory. Run once per server, as a superuser, on any database. Safe to run again.
-- Passwords are not set here: use \password greenfactory_owner and \password greenfactory_app in psql.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'greenfactory_owner') THEN
    CREATE ROLE greenfactory_owner LOGIN;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'greenfactory_app') THEN
    CREATE ROLE greenfactory_app LOGIN;
  END IF;
END
$$;

-- The owner holds the schema and runs migrations; the application logs in as a role that owns nothing, so that
-- row-level security holds for it without exception.
ALTER ROLE greenfactory_owner NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION;
ALTER ROLE greenfactory_app NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION;
