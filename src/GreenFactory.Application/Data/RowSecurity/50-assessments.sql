-- Compliance check, panel, selection. Experts see their own assignments, and a case only after they declared no conflict.
call gf.protect('compliance_ruling');
call gf.let_case('compliance_ruling', 'select', '{City,Admin,Audit,System}');
call gf.let_case('compliance_ruling', 'insert', '{City}');
call gf.let_case('compliance_ruling', 'update', '{City}');

call gf.protect('assessment_criterion');
call gf.let_tenant('assessment_criterion', 'select', $$ gf.oversees() or gf.at('Experts') $$);
call gf.let_tenant('assessment_criterion', 'insert', $$ gf.at('City', 'Admin') $$);
call gf.let_tenant('assessment_criterion', 'update', $$ gf.at('City', 'Admin') $$);

call gf.protect('expert_assignment');
call gf.let_tenant('expert_assignment', 'select', $$ gf.oversees() or expert_id = (select gf.person_at('Experts')) $$);
call gf.let_tenant('expert_assignment', 'insert', $$ gf.at('City') and state = 'Assigned' $$);
call gf.let_tenant('expert_assignment', 'update', $$ expert_id = (select gf.person_at('Experts')) $$);

call gf.protect('expert_mark');
-- The state of an assignment of the expert at work.
create or replace function gf.own_assignment_state(wanted uuid) returns text language plpgsql stable parallel restricted security definer set search_path = pg_catalog as $$
begin
  return (select a.state from public.expert_assignment a where a.id = wanted and a.municipality_id = gf.municipality() and a.expert_id = gf.person_at('Experts'));
end $$;
call gf.let_tenant('expert_mark', 'select', $$ gf.oversees() or gf.own_assignment_state(assignment_id) is not null $$);
call gf.let_tenant('expert_mark', 'insert', $$ gf.own_assignment_state(assignment_id) = 'Reviewing' $$);
call gf.let_tenant('expert_mark', 'update', $$ gf.own_assignment_state(assignment_id) = 'Reviewing' $$);

-- An assignment keeps its case and its expert, and a declared conflict is final.
create or replace function gf.keep_assignment() returns trigger language plpgsql as $$
begin
  if new.declaration_id <> old.declaration_id or new.campaign_id <> old.campaign_id or new.expert_id <> old.expert_id or new.municipality_id <> old.municipality_id
     or old.state in ('Conflicted', 'Finished') then
    raise exception 'assignment % is settled', old.id using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create or replace trigger keep_assignment before update on public.expert_assignment for each row execute function gf.keep_assignment();

call gf.protect('selection_quota');
call gf.let_tenant('selection_quota', 'select', $$ gf.oversees() $$);
call gf.let_tenant('selection_quota', 'insert', $$ gf.at('City') $$);
call gf.let_tenant('selection_quota', 'update', $$ gf.at('City') $$);

call gf.protect('selection_decision');
call gf.let_case('selection_decision', 'select', '{City,Admin,Audit,System}');
call gf.let_case('selection_decision', 'insert', '{City}');
call gf.append_only('selection_decision');
