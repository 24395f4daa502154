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

-- The same for a part of a case: the case itself must be visible.
create or replace procedure gf.let_case(name text, verb text, condition text) language plpgsql as $$
begin
  call gf.let_tenant(name, verb, format('(%s) and exists (select 1 from public.declaration d where d.id = declaration_id)', condition));
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
