-- The district's review. A department sees cases only through the questions it was asked.
create or replace function gf.district_of(declaration uuid) returns uuid language plpgsql stable security definer set search_path = public, gf as
$$ begin return (select d.district_id from public.declaration d where d.id = declaration and d.municipality_id = gf.municipality() and d.submitted_at is not null); end $$;

-- Whether a case lies in a state in which the district works on it.
create or replace function gf.in_review(declaration uuid) returns boolean language plpgsql stable security definer set search_path = public, gf as $$
begin
  return exists (select from public.declaration d where d.id = declaration and d.municipality_id = gf.municipality() and d.state in ('DistrictReview', 'Returned'));
end $$;

call gf.protect('department_opinion');
call gf.let_tenant('department_opinion', 'select', $$
  gf.oversees()
  or district_id = any ((select gf.units_at('District'))::uuid[])
  or department_id = any ((select gf.units_at('Departments'))::uuid[]) $$);
call gf.let_tenant('department_opinion', 'insert', $$
  district_id = any ((select gf.units_at('District'))::uuid[]) and gf.district_of(declaration_id) = district_id and state = 'Asked' $$);
call gf.let_tenant('department_opinion', 'update', $$
  district_id = any ((select gf.units_at('District'))::uuid[]) and state in ('Asked', 'Overdue')
  or department_id = any ((select gf.units_at('Departments'))::uuid[]) and gf.in_review(declaration_id) $$);

-- The question asked never changes; the department writes the answer, the district only that none came.
create or replace function gf.keep_question() returns trigger language plpgsql as $$
begin
  if new.declaration_id <> old.declaration_id or new.department_id <> old.department_id or new.district_id <> old.district_id or new.asked_at <> old.asked_at
     or gf.at('District') and (new.kind is distinct from old.kind or new.text <> old.text or new.given_at is distinct from old.given_at or new.state = 'Given')
     or gf.at('Departments') and new.state <> 'Given' then
    raise exception 'a question keeps its subject, and only the department answers it' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create or replace trigger keep_question before update on public.department_opinion for each row execute function gf.keep_question();

-- Every version of an opinion stays as it was given; the row of the question copies the latest one and can hold nothing else.
call gf.protect('opinion_version');
call gf.let_tenant('opinion_version', 'select', $$
  gf.oversees()
  or district_id = any ((select gf.units_at('District'))::uuid[])
  or department_id = any ((select gf.units_at('Departments'))::uuid[]) $$);
call gf.let_tenant('opinion_version', 'insert', $$
  department_id = any ((select gf.units_at('Departments'))::uuid[]) and given_by = (select gf.person()) and gf.in_review(declaration_id)
  and exists (select 1 from public.department_opinion o
              where o.id = department_opinion_id and o.declaration_id = opinion_version.declaration_id
                and o.department_id = opinion_version.department_id and o.district_id = opinion_version.district_id) $$);
call gf.append_only('opinion_version');

create or replace function gf.copy_latest_opinion() returns trigger language plpgsql security definer set search_path = public, gf as $$
begin
  if new.version > 0 and not exists (
       select 1 from public.opinion_version v
       where v.department_opinion_id = new.id and v.sequence = new.version and v.kind = new.kind and v.text = new.text
         and v.given_at = new.given_at and v.given_by_name = new.given_by_name and v.attachment_hash is not distinct from new.attachment_hash)
     or new.version <> (select count(*) from public.opinion_version v where v.department_opinion_id = new.id)
     or (new.state = 'Given') <> (new.version > 0) then
    raise exception 'an opinion is the copy of its latest version' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;
create or replace function gf.count_opinion_version() returns trigger language plpgsql security definer set search_path = public, gf as $$
begin
  if not exists (select 1 from public.department_opinion o where o.id = new.department_opinion_id and o.version >= new.sequence and new.sequence > 0) then
    raise exception 'a version of an opinion stands, or stood, at its question' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;
drop trigger if exists count_version on public.opinion_version;
create constraint trigger count_version after insert on public.opinion_version
  deferrable initially deferred for each row execute function gf.count_opinion_version();
drop trigger if exists copy_latest_opinion on public.department_opinion;
create constraint trigger copy_latest_opinion after insert or update on public.department_opinion
  deferrable initially deferred for each row execute function gf.copy_latest_opinion();

call gf.protect('indicator_verdict');
call gf.let_case('indicator_verdict', 'select', '{City,Admin,Audit,System,Apply,District,Experts}');
call gf.let_case('indicator_verdict', 'insert', '{District}', $$ gf.in_review(declaration_id) $$);
call gf.append_only('indicator_verdict');

-- Who works on a case: any officer of its district says so, and names an officer who holds a role there now.
call gf.protect('case_allocation');
call gf.let_case('case_allocation', 'select', '{City,Admin,Audit,System,District}');
call gf.let_case('case_allocation', 'insert', '{District}');
call gf.let_case('case_allocation', 'update', '{District}');
create or replace function gf.check_allocation() returns trigger language plpgsql security definer set search_path = public, gf as $$
begin
  if new.allocated_by is distinct from gf.person()
     or new.owner_id is not null and not exists (
       select from public.membership m join public.declaration d on d.id = new.declaration_id
       where m.user_id = new.owner_id and m.municipality_id = d.municipality_id and m.district_id = d.district_id and m.ended_at is null and m.person_name = new.owner_name) then
    raise exception 'a case is given to an officer of its district, by an officer of its district' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create or replace trigger check_allocation before insert or update on public.case_allocation for each row execute function gf.check_allocation();

-- What an officer was shown: written by the server as it serves the file, for nobody but the person at work.
call gf.protect('evidence_opening');
call gf.let_case('evidence_opening', 'select', '{City,Admin,Audit,System,District}');
call gf.let_case('evidence_opening', 'insert', '{District}', $$ user_id = gf.person()
  and exists (select 1 from public.evidence_file f where f.id = evidence_file_id and f.declaration_id = evidence_opening.declaration_id) $$);
call gf.append_only('evidence_opening');

call gf.protect('change_request');
call gf.let_case('change_request', 'select', '{City,Admin,Audit,System,Apply,District}');
call gf.let_case('change_request', 'insert', '{District}', $$ gf.in_review(declaration_id) $$);
call gf.append_only('change_request');

create or replace function gf.is_latest_round(wanted uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return not exists (
    select from public.change_request mine join public.change_request later on later.declaration_id = mine.declaration_id and later.round > mine.round
    where mine.id = wanted and mine.municipality_id = gf.municipality());
end $$;

call gf.protect('change_request_item');
call gf.let_case('change_request_item', 'select', '{City,Admin,Audit,System,Apply,District}');
call gf.let_case('change_request_item', 'insert', '{District}', $$ gf.in_review(declaration_id) $$);
call gf.let_case('change_request_item', 'update', '{Apply}', $$ gf.case_state(declaration_id) = 'Returned' and gf.is_latest_round(change_request_id) $$);

call gf.protect('site_visit');
call gf.let_case('site_visit', 'select', '{City,Admin,Audit,System,District,Experts}');
call gf.let_case('site_visit', 'insert', '{District}', $$ gf.in_review(declaration_id) $$);
call gf.let_case('site_visit', 'update', '{District}', $$ gf.in_review(declaration_id) $$);

call gf.protect('site_visit_item');
call gf.let_case('site_visit_item', 'select', '{City,Admin,Audit,System,District,Experts}');
call gf.let_case('site_visit_item', 'insert', '{District}', $$ gf.in_review(declaration_id) $$);
call gf.let_case('site_visit_item', 'update', '{District}', $$ gf.in_review(declaration_id) $$);

call gf.protect('site_visit_photo');
call gf.let_case('site_visit_photo', 'select', '{City,Admin,Audit,System,District,Experts}');
call gf.let_case('site_visit_photo', 'insert', '{District}', $$ gf.in_review(declaration_id) $$);
call gf.append_only('site_visit_photo');

-- A completed record of a visit stays as it is, and none is completed before the planned day.
create or replace function gf.keep_completed_visit() returns trigger language plpgsql as $$
begin
  if old.completed_at is not null then
    raise exception 'the record of a visit is locked once completed' using errcode = 'insufficient_privilege';
  end if;
  if new.completed_at is not null and (gf.now() at time zone 'Asia/Shanghai')::date < new.planned_on then
    raise exception 'a visit is not completed before it took place' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create or replace trigger keep_completed before update on public.site_visit for each row execute function gf.keep_completed_visit();

create or replace function gf.keep_completed_visit_part() returns trigger language plpgsql security definer set search_path = public, gf as $$
begin
  if exists (select 1 from public.site_visit v where v.id = new.site_visit_id and v.completed_at is not null) then
    raise exception 'the record of a visit is locked once completed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create or replace trigger keep_completed before insert or update on public.site_visit_item for each row execute function gf.keep_completed_visit_part();
create or replace trigger keep_completed before insert on public.site_visit_photo for each row execute function gf.keep_completed_visit_part();

call gf.protect('district_conclusion');
call gf.let_case('district_conclusion', 'select', '{City,Admin,Audit,System,Apply,District,Experts}');
call gf.let_case('district_conclusion', 'insert', '{District}');
call gf.let_case('district_conclusion', 'update', '{District}', $$ gf.case_state(declaration_id) in ('DistrictReview', 'Recommended', 'NotRecommended', 'BenchmarkConcluded') $$);

-- A conclusion keeps its words: it can be given another place, for a reason, or be withdrawn once.
create or replace function gf.keep_conclusion() returns trigger language plpgsql as $$
begin
  if old.withdrawn_at is not null or new.declaration_id <> old.declaration_id or new.kind <> old.kind or new.reason <> old.reason
     or new.frozen_score_id is distinct from old.frozen_score_id or new.concluded_by <> old.concluded_by or new.concluded_by_name <> old.concluded_by_name
     or new.concluded_at <> old.concluded_at then
    raise exception 'a conclusion keeps its words' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create or replace trigger keep_conclusion before update on public.district_conclusion for each row execute function gf.keep_conclusion();

call gf.protect('district_pack');
call gf.let_tenant('district_pack', 'select', $$ gf.oversees() or district_id = any ((select gf.units_at('District'))::uuid[]) $$);
call gf.let_tenant('district_pack', 'insert', $$ district_id = any ((select gf.units_at('District'))::uuid[]) $$);
call gf.append_only('district_pack');

call gf.protect('district_pack_row');
call gf.let_case('district_pack_row', 'select', '{City,Admin,Audit,System,District}');
call gf.let_case('district_pack_row', 'insert', '{District}', $$ gf.district_of(declaration_id) = any (gf.units_at('District')) $$);
call gf.append_only('district_pack_row');

-- A district reports before the deadline, or inside a recorded grace (notice of 2026-06-01, 三（三）). After the insert, so that row
-- security is asked first.
create or replace function gf.check_pack_deadline() returns trigger language plpgsql security definer set search_path = public, gf as $$
begin
  if not exists (
       select 1 from public.campaign c
       where c.id = new.campaign_id and c.municipality_id = new.municipality_id and gf.now() >= c.opens_at and (
         gf.now() < c.district_deadline
         or exists (select 1 from public.deadline_grace g where g.campaign_id = c.id and g.district_id = new.district_id and gf.now() < g.until))) then
    raise exception 'the window of the campaign is closed' using errcode = 'GF001';
  end if;
  return new;
end $$;
create or replace trigger check_deadline after insert on public.district_pack for each row execute function gf.check_pack_deadline();
