-- Decisions that are rows a desk may still write: what stood before a change is kept outside the reach of every desk, and what is decided stays decided.
create table if not exists gf.earlier_state (
  id bigint generated always as identity primary key,
  municipality_id uuid not null,
  of_table text not null,
  person uuid,
  desk text not null,
  changed_at timestamptz not null,
  state jsonb not null);
create index if not exists earlier_state_of on gf.earlier_state (municipality_id, of_table, id);
create or replace trigger append_only before update or delete on gf.earlier_state for each row execute function gf.refuse_change();
create or replace trigger append_only_all before truncate on gf.earlier_state for each statement execute function gf.refuse_change();

create or replace function gf.keep_earlier_state() returns trigger language plpgsql security definer set search_path = public, gf as $$
begin
  insert into gf.earlier_state (municipality_id, of_table, person, desk, changed_at, state)
  values (old.municipality_id, tg_table_name, gf.person(), gf.desk(), gf.now(), to_jsonb(old));
  return null;
end $$;

do $$
declare
  name text;
begin
  foreach name in array array[
    'department_opinion', 'case_allocation', 'change_request_item', 'site_visit', 'site_visit_item', 'district_conclusion', 'organisation_claim', 'compliance_ruling',
    'assessment_criterion', 'assessment_rule', 'expert_assignment', 'expert_mark', 'selection_quota', 'objection', 'removal_proposal', 'falsification_finding', 'campaign'] loop
    execute format('create or replace trigger keep_earlier_state after update on public.%I for each row
                    when (old.* is distinct from new.*) execute function gf.keep_earlier_state()', name);
  end loop;
end $$;

-- What stood before, for the desks that oversee; nobody else is told anything.
create or replace function gf.earlier_states(wanted text)
returns table (id bigint, person uuid, desk text, changed_at timestamptz, state jsonb) language sql stable security definer set search_path = public, gf as $$
  select e.id, e.person, e.desk, e.changed_at, e.state
  from gf.earlier_state e
  where gf.oversees() and e.municipality_id = gf.municipality() and e.of_table = wanted
  order by e.id
$$;
revoke all on function gf.earlier_states(text) from public;
grant execute on function gf.earlier_states(text) to greenfactory_app;

create or replace function gf.keep_decided() returns trigger language plpgsql as $$
begin
  if to_jsonb(old) ->> tg_argv[0] is not null then
    raise exception 'a row of % that is decided stays decided', tg_table_name using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create or replace trigger keep_decided before update on public.organisation_claim for each row execute function gf.keep_decided('decided_at');
create or replace trigger keep_decided before update on public.objection for each row execute function gf.keep_decided('decided_at');
