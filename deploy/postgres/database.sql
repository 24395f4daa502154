-- Privileges of one GreenFactory database. Run as a superuser, connected to that database, after
-- CREATE DATABASE greenfactory OWNER greenfactory_owner. Safe to run again.
-- Privileges on tables are granted by the migrations, table by table.
DO $$
BEGIN
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO greenfactory_app', current_database());
  EXECUTE format('ALTER DATABASE %I SET timezone TO ''UTC''', current_database());
END
$$;

ALTER SCHEMA public OWNER TO greenfactory_owner;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO greenfactory_app;
