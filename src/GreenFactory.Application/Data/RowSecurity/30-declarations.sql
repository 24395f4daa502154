-- Cases and their parts. What was never submitted is the applicant's alone; an administrator's session counts it, to lock the campaign.
call gf.protect('declaration');
call gf.let_tenant('declaration', 'select', $$
  gf.at('Admin', 'System')
  or gf.at('City', 'Audit') and submitted_at is not null
  or organisation_id = any ((select gf.units_at('Apply'))::uuid[])
  or district_id = any ((select gf.units_at('District'))::uuid[]) and submitted_at is not null
  or id = any ((select gf.assessed_cases())::uuid[])
  or gf.at('Departments') and gf.sees_case(id) $$);
call gf.let_tenant('declaration', 'insert', $$ organisation_id = any ((select gf.units_at('Apply'))::uuid[]) and state = 'Draft' $$);
call gf.let_tenant('declaration', 'update', $$
  gf.at('City', 'System')
  or organisation_id = any ((select gf.units_at('Apply'))::uuid[])
  or district_id = any ((select gf.units_at('District'))::uuid[]) $$);

call gf.protect('answer_section');
call gf.let_case('answer_section', 'select', '{City,Admin,Audit,System,Apply,District}', early => true);
call gf.let_tenant('answer_section', 'insert', $$
  gf.at('Apply') and gf.case_state(declaration_id) in ('Draft', 'Returned') $$);
call gf.let_tenant('answer_section', 'update', $$
  gf.at('Apply') and gf.case_state(declaration_id) in ('Draft', 'Returned') $$);

call gf.protect('evidence_file');
call gf.let_case('evidence_file', 'select', '{City,Admin,Audit,System,Apply,District,Departments,Experts}', early => true);
call gf.let_tenant('evidence_file', 'insert', $$
  gf.at('Apply') and gf.case_state(declaration_id) in ('Draft', 'Returned') $$);
call gf.let_tenant('evidence_file', 'update', $$
  gf.at('System') or gf.at('Apply') and gf.case_state(declaration_id) in ('Draft', 'Returned') $$);

-- Three values side by side: each desk writes its own party and no other.
call gf.protect('frozen_score');
call gf.let_case('frozen_score', 'select', '{City,Admin,Audit,System,Apply,District,Experts}', $$ party in ('Declared', 'Verified') or gf.oversees() $$);
call gf.let_case('frozen_score', 'insert', '{Apply,District,City}', $$
  gf.at('Apply') and party = 'Declared' or gf.at('District') and party = 'Verified' or gf.at('City') and party = 'Final' $$);
call gf.append_only('frozen_score');

call gf.protect('submission');
call gf.let_case('submission', 'select', '{City,Admin,Audit,System,Apply,District,Experts,Departments}');
call gf.let_case('submission', 'insert', '{Apply}');
call gf.append_only('submission');

-- The steps of a case, filled from the one table of transitions at every migration.
create table if not exists gf.case_step (from_state text not null, to_state text not null, desk text not null, timed boolean not null, primary key (from_state, to_state, desk));

create or replace function gf.check_case_step() returns trigger language plpgsql security definer set search_path = public, gf as $$
declare
  step gf.case_step;
begin
  if new.municipality_id <> old.municipality_id or new.organisation_id <> old.organisation_id or new.campaign_id <> old.campaign_id
     or new.district_id <> old.district_id or new.case_number <> old.case_number then
    raise exception 'the identity of a case never changes' using errcode = 'insufficient_privilege';
  end if;
  if old.state <> 'Draft' and (new.rule_set_version_id is distinct from old.rule_set_version_id or new.industry_code is distinct from old.industry_code) then
    raise exception 'the rule set of a submitted case never changes' using errcode = 'insufficient_privilege';
  end if;
  if old.state <> 'Draft' and new.purpose <> old.purpose then
    raise exception 'the purpose of a submitted case never changes' using errcode = 'insufficient_privilege';
  end if;
  if new.state = old.state then
    return new;
  end if;
  select * into step from gf.case_step s where s.from_state = old.state and s.to_state = new.state and s.desk = gf.desk();
  if not found then
    raise exception 'no step from % to % at desk %', old.state, new.state, gf.desk() using errcode = 'insufficient_privilege';
  end if;
  if step.timed and not exists (
       select 1 from public.campaign c
       where c.id = new.campaign_id and gf.now() >= c.opens_at and (
         gf.now() < c.district_deadline
         or exists (select 1 from public.deadline_grace g where g.campaign_id = c.id and g.district_id = new.district_id and gf.now() < g.until))) then
    raise exception 'the window of the campaign is closed' using errcode = 'GF001';
  end if;
  return new;
end $$;
create or replace trigger check_step before update on public.declaration for each row execute function gf.check_case_step();
