-- Compliance check, panel, selection. Experts see their own assignments, and a case only after they declared no conflict.
call gf.protect('compliance_ruling');
call gf.let_case('compliance_ruling', 'select', '{City,Admin,Audit,System}');
call gf.let_case('compliance_ruling', 'insert', '{City}');
call gf.let_case('compliance_ruling', 'update', '{City}');

call gf.protect('assessment_criterion');
call gf.let_tenant('assessment_criterion', 'select', $$ gf.oversees() or gf.at('Experts') $$);
call gf.let_tenant('assessment_criterion', 'insert', $$ gf.at('City', 'Admin') $$);
call gf.let_tenant('assessment_criterion', 'update', $$ gf.at('City', 'Admin') $$);

-- What the experts' marks do is public, and stays once the campaign has a panel; an assignment without a rule is refused by its foreign key.
call gf.protect('assessment_rule');
call gf.let_tenant('assessment_rule', 'select', 'true');
call gf.let_tenant('assessment_rule', 'insert', $$ gf.at('City', 'Admin') $$);
call gf.let_tenant('assessment_rule', 'update', $$ gf.at('City', 'Admin') $$);

create or replace function gf.keep_assessment_rule() returns trigger language plpgsql security definer set search_path = public, gf as $$
begin
  if new.campaign_id <> old.campaign_id or new.municipality_id <> old.municipality_id or exists (select from public.expert_assignment a where a.campaign_id = old.campaign_id) then
    raise exception 'campaign % has panels: what their marks do stays', old.campaign_id using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create or replace trigger keep_assessment_rule before update on public.assessment_rule for each row execute function gf.keep_assessment_rule();

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

-- A panel is closed by the rule of its campaign: over as many completed reviews as the rule needs.
call gf.protect('panel_conclusion');
call gf.let_case('panel_conclusion', 'select', '{City,Admin,Audit,System}');
call gf.let_case('panel_conclusion', 'insert', '{City}');
call gf.append_only('panel_conclusion');

create or replace function gf.check_panel_size() returns trigger language plpgsql security definer set search_path = public, gf as $$
begin
  if (select count(*) from public.expert_assignment a where a.declaration_id = new.id and a.state = 'Finished')
     < coalesce((select r.required_reviews from public.assessment_rule r where r.campaign_id = new.campaign_id), 1) then
    raise exception 'case % has fewer completed reviews than its campaign needs', new.id using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create or replace trigger check_panel_size before update on public.declaration for each row
  when (old.state = 'Compliant' and new.state = 'Assessed') execute function gf.check_panel_size();

call gf.protect('selection_quota');
call gf.let_tenant('selection_quota', 'select', $$ gf.oversees() $$);
call gf.let_tenant('selection_quota', 'insert', $$ gf.at('City') $$);
call gf.let_tenant('selection_quota', 'update', $$ gf.at('City') $$);

call gf.protect('selection_decision');
call gf.let_case('selection_decision', 'select', '{City,Admin,Audit,System}');
call gf.let_case('selection_decision', 'insert', '{City}');
call gf.append_only('selection_decision');

-- Who is in and who is out stays while a notice that is over waits for its list.
create or replace function gf.check_taken_back() returns trigger language plpgsql security definer set search_path = public, gf as $$
begin
  if exists (select from public.notice n where n.campaign_id = new.campaign_id and n.closed_at is null and n.ends_at <= gf.now()) then
    raise exception 'a notice of the campaign of case % is over: nobody is taken back before its list', new.id using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create or replace trigger check_taken_back before update on public.declaration for each row
  when (old.state = 'NotShortlisted' and new.state = 'Assessed') execute function gf.check_taken_back();
