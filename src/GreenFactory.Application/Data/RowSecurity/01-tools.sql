-- The tools by which every table is protected.
-- Row security on, also for the owner, who alone sees all rows (migrations, seeding, trigger functions).
create or replace procedure gf.protect(name text) language plpgsql as $$
declare
  old record;
begin
  execute format('alter table public.%I enable row level security', name);
  execute format('alter table public.%I force row level security', name);
  for old in select policyname from pg_policies where schemaname = 'public' and tablename = name loop
    execute format('drop policy %I on public.%I', old.policyname, name);
  end loop;
  execute format('revoke all on public.%I from greenfactory_app, greenfactory_system', name);
  execute format('create policy owner_all on public.%I to %I using (true) with check (true)', name, current_user);
end $$;

-- Whether the session may see a case: the policies of declaration once more, in a function. What is asked about a part of a case would otherwise be planned with all of
-- them each time, several times in a statement (docs/adr/0020).
create or replace function gf.sees_case(wanted uuid) returns boolean language plpgsql stable parallel restricted security definer set search_path = pg_catalog as $$
declare
  part constant text[] := string_to_array(gf.scope(), '|');
  seen record;
begin
  select d.municipality_id, d.organisation_id, d.district_id, d.submitted_at into seen from public.declaration d where d.id = wanted;
  return seen.municipality_id = nullif(part[1], '')::uuid and case part[2]
    when 'Admin' then true
    when 'System' then true
    when 'City' then seen.submitted_at is not null
    when 'Audit' then seen.submitted_at is not null
    when 'Apply' then seen.organisation_id = any (part[5]::uuid[])
    when 'District' then seen.submitted_at is not null and seen.district_id = any (part[5]::uuid[])
    when 'Departments' then exists (select from public.department_opinion o where o.declaration_id = wanted and o.department_id = any (part[5]::uuid[]))
    when 'Experts' then exists (
      select from public.expert_assignment a where a.declaration_id = wanted and a.expert_id = nullif(part[3], '')::uuid and a.state in ('Reviewing', 'Finished'))
    else false end;
end $$;

-- Whether a case was ever submitted: no more than that is asked of it here.
create or replace function gf.was_submitted(wanted uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return exists (select from public.declaration d where d.id = wanted and d.submitted_at is not null);
end $$;

-- The cases that the expert at work has taken on.
create or replace function gf.assessed_cases() returns uuid[] language plpgsql stable parallel restricted security definer set search_path = pg_catalog as $$
declare
  expert constant uuid := gf.person_at('Experts');
begin
  return case when expert is null then '{}' else array(
    select a.declaration_id from public.expert_assignment a where a.expert_id = expert and a.municipality_id = gf.municipality() and a.state in ('Reviewing', 'Finished')) end;
end $$;

-- The state of a case that the session may see.
create or replace function gf.case_state(wanted uuid) returns text language plpgsql stable parallel restricted security definer set search_path = pg_catalog as $$
begin
  return (select d.state from public.declaration d where d.id = wanted and gf.sees_case(wanted));
end $$;

-- Whether an organisation has a case that the session may see, or belongs to a district of the session.
create or replace function gf.works_on(organisation uuid) returns boolean language plpgsql stable parallel restricted security definer set search_path = pg_catalog as $$
begin
  return exists (select from public.declaration d where d.organisation_id = organisation and gf.sees_case(d.id));
end $$;

create or replace function gf.district_has(organisation uuid) returns boolean language plpgsql stable parallel restricted security definer set search_path = pg_catalog as $$
begin
  return exists (select from public.organisation o where o.id = organisation and o.municipality_id = gf.municipality() and o.district_id = any (gf.units_at('District')));
end $$;

-- Whether the session may see an account.
create or replace function gf.sees_account(account uuid) returns boolean language plpgsql stable parallel restricted security definer set search_path = pg_catalog as $$
begin
  return exists (select from public.portal_user u where u.id = account and u.municipality_id = gf.municipality())
    and (gf.at('Admin', 'Audit', 'System') or account = gf.person() or account = gf.opened_account());
end $$;

-- The scope is the same for every row, and to check its seal costs: each question about it is asked once in a statement, not once a row. Rows that are written are
-- few, and planning the sub-selects would cost more.
create or replace function gf.asked_once(condition text) returns text language sql immutable as
$$ select regexp_replace(condition, '(?<!select )gf\.(at|oversees|desk|person)\(([^()]*)\)', '(select gf.\1(\2))', 'g') $$;

-- Lets the app role use a verb on the rows that meet a condition. A verb without a policy is not even granted.
create or replace procedure gf.let(name text, verb text, condition text) language plpgsql as $$
begin
  if verb <> 'insert' then
    condition := gf.asked_once(condition);
  end if;
  execute format('grant %s on public.%I to greenfactory_app', verb, name);
  if verb = 'insert' then
    execute format('create policy %I on public.%I for insert to greenfactory_app with check (%s)', 'app_' || verb, name, condition);
  elsif verb = 'update' then
    execute format('create policy %I on public.%I for update to greenfactory_app using (%s) with check (%s)', 'app_' || verb, name, condition, condition);
  else
    execute format('create policy %I on public.%I for %s to greenfactory_app using (%s)', 'app_' || verb, name, verb, condition);
  end if;
end $$;

-- The same for a table of a municipality: the tenant is always part of the condition.
create or replace procedure gf.let_tenant(name text, verb text, condition text) language plpgsql as $$
begin
  call gf.let(name, verb, format('municipality_id = (select gf.municipality()) and (%s)', condition));
end $$;

-- A part of a case carries whose case it is, so that a policy compares columns and need not look at the case (docs/adr/0020). The database fills the columns itself,
-- whatever was sent, and a case keeps its organisation and its district.
create or replace function gf.carry_case() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  select d.organisation_id, d.district_id into new.case_organisation_id, new.case_district_id from public.declaration d where d.id = new.declaration_id;
  return new;
end $$;

create or replace procedure gf.carry_case(name text) language plpgsql as $$
begin
  execute format('alter table public.%I add column if not exists case_organisation_id uuid, add column if not exists case_district_id uuid', name);
  execute format('create or replace trigger a_carry_case before insert or update of declaration_id, case_organisation_id, case_district_id on public.%I
                  for each row execute function gf.carry_case()', name);
end $$;

-- At which of some desks the session sees a part of a case. What can be there before the case is submitted (early) is then seen by nobody but the applicant, and by
-- the desks that count drafts.
create or replace function gf.of_case(desks text[], early boolean) returns text language plpgsql immutable as $$
declare
  terms text[] := '{}';
  overseers constant text[] := array(select d from unnest(desks) d where d in ('City', 'Audit', 'Admin', 'System'));
  condition text;
begin
  if not early and cardinality(overseers) > 0 then
    terms := array[format('gf.at(%s)', (select string_agg(quote_literal(d), ', ') from unnest(overseers) d))];
  elsif cardinality(overseers) > 0 then
    terms := array['gf.at(''Admin'', ''System'')', 'gf.at(''City'', ''Audit'') and gf.was_submitted(declaration_id)'];
  end if;
  if 'Apply' = any (desks) then
    terms := terms || 'case_organisation_id = any ((select gf.units_at(''Apply''))::uuid[])'::text;
  end if;
  if 'District' = any (desks) then
    terms := terms || ('case_district_id = any ((select gf.units_at(''District''))::uuid[])' || case when early then ' and gf.was_submitted(declaration_id)' else '' end);
  end if;
  if 'Departments' = any (desks) then
    terms := terms || 'gf.at(''Departments'') and gf.sees_case(declaration_id)'::text;
  end if;
  if 'Experts' = any (desks) then
    terms := terms || 'declaration_id = any ((select gf.assessed_cases())::uuid[])'::text;
  end if;
  return (select string_agg(format('(%s)', term), ' or ') from unnest(terms) term);
end $$;

-- The same for a part of a case, at some desks: the case itself must be visible.
create or replace procedure gf.let_case(name text, verb text, desks text[], condition text default 'true', early boolean default false) language plpgsql as $$
begin
  if verb = 'select' then
    call gf.carry_case(name);
    call gf.let_tenant(name, verb, format('(%s) and (%s)', condition, gf.of_case(desks, early)));
  else
    call gf.let(name, verb, format('municipality_id = gf.municipality_at(variadic %L::text[]) and (%s) and gf.sees_case(declaration_id)', desks, condition));
  end if;
end $$;

-- A further way to the same verb: rows that meet either condition are let through.
create or replace procedure gf.also_let_tenant(name text, label text, verb text, condition text) language plpgsql as $$
begin
  if verb <> 'insert' then
    condition := gf.asked_once(condition);
  end if;
  execute format('create policy %I on public.%I for %s to greenfactory_app %s (municipality_id = (select gf.municipality()) and (%s))',
                 'app_' || verb || '_' || label, name, verb, case when verb = 'insert' then 'with check' else 'using' end, condition);
end $$;

create or replace function gf.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;

create or replace procedure gf.append_only(name text) language plpgsql as $$
begin
  execute format('create or replace trigger append_only before update or delete on public.%I for each row execute function gf.refuse_change()', name);
  execute format('create or replace trigger append_only_all before truncate on public.%I for each statement execute function gf.refuse_change()', name);
end $$;
