-- Who is at work in a session. The scope that policies believe is sealed by the database itself: gf.enter_scope writes it together with a keyed hash,
-- and a scope without its seal is no scope. Run by the owner after each migration; safe to repeat. Why so: docs/adr/0017.
create schema if not exists gf;
grant usage on schema gf to greenfactory_app;
grant usage on schema public to greenfactory_app;

-- Two secret blocks of a nested hash (the construction of HMAC, with independent blocks). Made once; only the owner reads them.
create table if not exists gf.seal_key (id int primary key default 1 check (id = 1), inner_block bytea not null, outer_block bytea not null);
insert into gf.seal_key (inner_block, outer_block)
select (select decode(string_agg(replace(gen_random_uuid()::text, '-', ''), ''), 'hex') from generate_series(1, 4)),
       (select decode(string_agg(replace(gen_random_uuid()::text, '-', ''), ''), 'hex') from generate_series(1, 4))
on conflict do nothing;

-- Which role opens which desk, filled from the one table of roles at every migration.
create table if not exists gf.desk_role (role text primary key, desk text not null);

-- The seal of a scope in the session of one server process.
create or replace function gf.seal(process int, content text) returns text language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return (select encode(sha256(k.outer_block || sha256(k.inner_block || convert_to(process || '|' || content, 'UTF8'))), 'hex') from gf.seal_key k);
end $$;
revoke all on function gf.seal(int, text) from public;

create or replace function gf.put_scope(content text) returns void language plpgsql set search_path = pg_catalog as $$
begin
  perform set_config('gf.scope', content, false), set_config('gf.seal', gf.seal(pg_backend_pid(), content), false);
end $$;
revoke all on function gf.put_scope(text) from public;

-- The scope as it was sealed: municipality|desk|person|opened account|units; empty when there is none, or when it is not what was sealed. A parallel worker has
-- another process number, so nothing that asks for the scope runs in one.
create or replace function gf.scope() returns text language plpgsql stable parallel restricted security definer set search_path = pg_catalog as $$
declare
  content constant text := current_setting('gf.scope', true);
begin
  if content <> '' and current_setting('gf.seal', true) =
     (select encode(sha256(k.outer_block || sha256(k.inner_block || convert_to(pg_backend_pid() || '|' || content, 'UTF8'))), 'hex') from gf.seal_key k) then
    return content;
  end if;
  return '';
end $$;

-- What a row of user_session is called, from the key that the person's cookie carries: whoever reads the rows has no key.
create or replace function gf.session_of(session_key uuid) returns uuid language sql immutable set search_path = pg_catalog as
$$ select encode(substring(sha256(uuid_send(session_key)) for 16), 'hex')::uuid $$;

-- Enters a scope. The role of requests is believed a municipality and the public's desks; a person only with the key of a session that holds, and a desk only with
-- a membership that opens it, from which its units come. The role of background work is believed the person and its own desk as well.
drop function if exists gf.enter_scope(uuid, text, uuid, uuid[]);
create or replace function gf.enter_scope(tenant uuid, wanted text, who uuid, session_key uuid, opened uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  believed constant boolean := session_user = 'greenfactory_system';
  units uuid[] := '{}';
  held int;
begin
  -- The program's own statements are prepared by the protocol; one that SQL prepared was put there for whoever comes next.
  if exists (select from pg_prepared_statements p where p.from_sql) then
    raise exception 'a statement was prepared by SQL in this session' using errcode = 'GF002';
  end if;
  if not believed and who is not null and not exists (
       select 1 from public.user_session s where s.id = gf.session_of(session_key) and s.user_id = who and s.municipality_id = tenant and s.ended_at is null) then
    who := null;
  end if;
  if wanted = 'System' then
    wanted := case when believed then 'System' else '' end;
  elsif coalesce(wanted, '') not in ('Public', 'Account') then
    select count(*), coalesce(array_agg(distinct coalesce(m.organisation_id, m.district_id, m.department_id))
                                filter (where coalesce(m.organisation_id, m.district_id, m.department_id) is not null), '{}')
    into held, units
    from public.membership m join gf.desk_role r on r.role = m.role and r.desk = wanted
    where m.user_id = who and m.municipality_id = tenant and m.ended_at is null;
    wanted := case when held > 0 then wanted else '' end;
  end if;
  perform gf.put_scope(concat_ws('|', coalesce(tenant::text, ''), wanted, coalesce(who::text, ''), case when wanted = 'Account' then coalesce(opened::text, '') else '' end, units::text));
end $$;

-- Opens one account at the account desk, where somebody signs in, confirms an address or sets a new password: from here on this one account can be read, and no
-- account that was open before.
create or replace function gf.open_account(account uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
  part constant text[] := string_to_array(gf.scope(), '|');
begin
  if part[2] is distinct from 'Account' then
    raise exception 'an account is opened at the account desk' using errcode = 'insufficient_privilege';
  end if;
  perform gf.put_scope(concat_ws('|', part[1], part[2], part[3], coalesce(account::text, ''), part[5]));
end $$;

-- The same by the address a person typed; null when no account has it.
create or replace function gf.open_account_of(address text) returns uuid language plpgsql security definer set search_path = pg_catalog as $$
declare
  account constant uuid := (select u.id from public.portal_user u where u.municipality_id = gf.municipality() and u.normalized_email = address);
begin
  perform gf.open_account(account);
  return account;
end $$;

-- Answers from the sealed scope. In plpgsql, because the planner would take apart functions in SQL at every place where a policy asks.
create or replace function gf.municipality() returns uuid language plpgsql stable parallel restricted as
$$ begin return nullif(split_part(gf.scope(), '|', 1), '')::uuid; end $$;

create or replace function gf.desk() returns text language plpgsql stable parallel restricted as
$$ begin return split_part(gf.scope(), '|', 2); end $$;

create or replace function gf.person() returns uuid language plpgsql stable parallel restricted as
$$ begin return nullif(split_part(gf.scope(), '|', 3), '')::uuid; end $$;

create or replace function gf.opened_account() returns uuid language plpgsql stable parallel restricted as
$$ begin return nullif(split_part(gf.scope(), '|', 4), '')::uuid; end $$;

create or replace function gf.units() returns uuid[] language plpgsql stable parallel restricted as
$$ begin return coalesce(nullif(split_part(gf.scope(), '|', 5), ''), '{}')::uuid[]; end $$;

-- The units, the person, at one desk; nothing at any other.
create or replace function gf.units_at(wanted text) returns uuid[] language plpgsql stable parallel restricted as $$
declare
  part constant text[] := string_to_array(gf.scope(), '|');
begin
  return case when part[2] = wanted then part[5]::uuid[] else '{}' end;
end $$;

create or replace function gf.person_at(wanted text) returns uuid language plpgsql stable parallel restricted as $$
declare
  part constant text[] := string_to_array(gf.scope(), '|');
begin
  return case when part[2] = wanted then nullif(part[3], '')::uuid end;
end $$;

-- The municipality, at one of these desks; null at any other.
create or replace function gf.municipality_at(variadic desks text[]) returns uuid language plpgsql stable parallel restricted as $$
declare
  part constant text[] := string_to_array(gf.scope(), '|');
begin
  return case when part[2] = any (desks) then nullif(part[1], '')::uuid end;
end $$;

-- Whether the session works at one of these desks.
create or replace function gf.at(variadic desks text[]) returns boolean language plpgsql stable parallel restricted as
$$ begin return split_part(gf.scope(), '|', 2) = any (desks); end $$;

-- Desks that read everything of the city.
create or replace function gf.oversees() returns boolean language plpgsql stable parallel restricted as
$$ begin return split_part(gf.scope(), '|', 2) in ('City', 'Admin', 'Audit', 'System'); end $$;

create or replace function gf.now() returns timestamptz language sql stable as
$$ select clock_timestamp() + make_interval(secs => coalesce((select offset_seconds from public.clock_setting where id = 1), 0)) $$;
