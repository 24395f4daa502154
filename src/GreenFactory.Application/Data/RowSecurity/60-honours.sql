-- Notice, objection, publication, list. What is published is public; who objected is known to the city alone.
call gf.protect('notice');
call gf.let_tenant('notice', 'select', 'true');
call gf.let_tenant('notice', 'insert', $$ gf.at('City') $$);
call gf.let_tenant('notice', 'update', $$ gf.at('City') $$);

create or replace function gf.keep_notice() returns trigger language plpgsql as $$
begin
  if new.document <> old.document or new.content_hash <> old.content_hash or new.merkle_root <> old.merkle_root or new.signature <> old.signature
     or new.ends_at <> old.ends_at or new.opens_at <> old.opens_at or old.closed_at is not null then
    raise exception 'an opened notice never changes' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create or replace trigger keep_notice before update on public.notice for each row execute function gf.keep_notice();

call gf.protect('notice_row');
call gf.let_tenant('notice_row', 'select', 'true');
call gf.let_tenant('notice_row', 'insert', $$ gf.at('City') $$);
call gf.append_only('notice_row');

call gf.protect('objection');
call gf.let_tenant('objection', 'select', $$ gf.at('City', 'System') $$);
call gf.let_tenant('objection', 'insert', $$
  gf.at('Public') and state = 'Received'
  and exists (select 1 from public.notice n where n.id = notice_id and n.closed_at is null and gf.now() < n.ends_at)
  and exists (select 1 from public.notice_row r where r.id = notice_row_id and r.notice_id = objection.notice_id and r.declaration_id = objection.declaration_id) $$);
call gf.let_tenant('objection', 'update', $$ gf.at('City') $$);

-- What the holder of a receipt code may know of an objection: its state and answer, never content or contact.
create or replace function gf.follow_objection(receipt text)
returns table (number text, organisation_name text, state text, answer text, received_at timestamptz, decided_at timestamptz)
language sql stable security definer set search_path = public, gf as $$
  select o.number, r.organisation_name, o.state, o.answer, o.received_at, o.decided_at
  from public.objection o join public.notice_row r on r.id = o.notice_row_id
  where o.municipality_id = gf.municipality() and o.receipt_hash = receipt
$$;
revoke all on function gf.follow_objection(text) from public;
grant execute on function gf.follow_objection(text) to greenfactory_app;

call gf.protect('publication');
call gf.let_tenant('publication', 'select', 'true');
call gf.let_tenant('publication', 'insert', $$ gf.at('City') $$);
call gf.append_only('publication');

call gf.protect('publication_row');
call gf.let_tenant('publication_row', 'select', 'true');
call gf.let_tenant('publication_row', 'insert', $$ gf.at('City') $$);
call gf.append_only('publication_row');

call gf.protect('publication_difference');
call gf.let_tenant('publication_difference', 'select', 'true');
call gf.let_tenant('publication_difference', 'insert', $$ gf.at('City') $$);
call gf.append_only('publication_difference');

call gf.protect('green_unit');
call gf.let_tenant('green_unit', 'select', 'true');
call gf.let_tenant('green_unit', 'insert', $$ gf.at('City') $$);
call gf.let_tenant('green_unit', 'update', $$ gf.at('City') $$);

call gf.protect('honour');
call gf.let_tenant('honour', 'select', 'true');
call gf.let_tenant('honour', 'insert', $$ gf.at('City') $$);
call gf.append_only('honour');

call gf.protect('green_unit_event');
call gf.let_tenant('green_unit_event', 'select', 'true');
call gf.let_tenant('green_unit_event', 'insert', $$ gf.at('City') $$);
call gf.append_only('green_unit_event');

-- Removal from the list and restoration. A district proposes for its own units; a unit sees what is proposed about it once it was told, and answers.
call gf.protect('removal_proposal');
call gf.let_tenant('removal_proposal', 'select', $$
  gf.oversees() or district_id = any ((select gf.units_at('District'))::uuid[])
  or told_at is not null and organisation_id = any ((select gf.units_at('Apply'))::uuid[])
  or kind = 'Restoration' and decided_at is not null and organisation_id = any ((select gf.units_at('Apply'))::uuid[]) $$);
call gf.let_tenant('removal_proposal', 'insert', $$
  (gf.at('City') or kind = 'Removal' and district_id = any ((select gf.units_at('District'))::uuid[]))
  and state = 'Proposed' and told_at is null and answered_at is null and decided_at is null and publication_id is null
  and proposed_by = gf.person() and proposed_at_desk = gf.desk()
  and exists (select from public.green_unit u where u.id = green_unit_id and u.district_id = removal_proposal.district_id) $$);
call gf.let_tenant('removal_proposal', 'update', $$ gf.at('City') or told_at is not null and organisation_id = any ((select gf.units_at('Apply'))::uuid[]) $$);

-- What was proposed stays; the unit writes its answer and nothing else, while its time runs, and the city records one on paper where the unit gave none here; nobody decides on their own proposal, nor before the unit was heard, and what
-- is decided stays decided.
create or replace function gf.keep_removal_proposal() returns trigger language plpgsql security definer set search_path = public, gf as $$
begin
  if (new.municipality_id, new.green_unit_id, new.district_id, new.kind, new.ground, new.detail, new.proposed_by, new.proposed_by_name, new.proposed_at_desk, new.proposed_at)
     is distinct from (old.municipality_id, old.green_unit_id, old.district_id, old.kind, old.ground, old.detail, old.proposed_by, old.proposed_by_name, old.proposed_at_desk, old.proposed_at)
     or old.organisation_id is not null and new.organisation_id is distinct from old.organisation_id then
    raise exception 'a proposal keeps its words' using errcode = 'insufficient_privilege';
  end if;
  if old.told_at is not null and (new.told_at, new.answer_until) is distinct from (old.told_at, old.answer_until) then
    raise exception 'a hearing is opened once' using errcode = 'insufficient_privilege';
  end if;
  if (new.answer, new.answered_by_name, new.answered_at) is distinct from (old.answer, old.answered_by_name, old.answered_at)
     and not (old.state = 'Heard' and (gf.at('Apply') and gf.now() < old.answer_until or gf.at('City') and old.answered_at is null)) then
    raise exception 'a unit answers while its time runs' using errcode = 'insufficient_privilege';
  end if;
  if gf.at('Apply') and (new.state, new.told_at, new.answer_until, new.organisation_id, new.decision, new.decided_by, new.decided_by_name, new.decided_at, new.publication_id)
     is distinct from (old.state, old.told_at, old.answer_until, old.organisation_id, old.decision, old.decided_by, old.decided_by_name, old.decided_at, old.publication_id) then
    raise exception 'a unit writes its answer and nothing else' using errcode = 'insufficient_privilege';
  end if;
  if old.decided_at is not null and (new.decision, new.decided_by, new.decided_by_name, new.decided_at) is distinct from (old.decision, old.decided_by, old.decided_by_name, old.decided_at)
     or old.publication_id is not null then
    raise exception 'what is decided stays decided' using errcode = 'insufficient_privilege';
  end if;
  if old.decided_at is null and new.decided_at is not null then
    if new.decided_by is distinct from gf.person() or new.decided_by = old.proposed_by
       or not exists (select from public.membership m where m.user_id = gf.person() and m.municipality_id = new.municipality_id and m.role = 'CityLead' and m.ended_at is null) then
      raise exception 'another person, the lead, decides' using errcode = 'insufficient_privilege';
    end if;
    if new.state = 'Approved' and new.kind = 'Removal' and (old.told_at is null or old.answered_at is null and gf.now() < old.answer_until) then
      raise exception 'a unit is heard before it is removed' using errcode = 'insufficient_privilege';
    end if;
  end if;
  if new.state in ('Approved', 'Declined') and new.decided_at is null or new.state = 'Announced' and (old.state not in ('Approved', 'Announced') or new.publication_id is null) then
    raise exception 'a proposal is decided before it is carried out' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create or replace trigger keep_words before update on public.removal_proposal for each row execute function gf.keep_removal_proposal();

-- Whether the session may see a proposal: its policies once more, in a function (docs/adr/0020).
create or replace function gf.sees_removal(wanted uuid) returns boolean language plpgsql stable parallel restricted security definer set search_path = pg_catalog as $$
begin
  return exists (
    select from public.removal_proposal p
    where p.id = wanted and p.municipality_id = gf.municipality() and (
      gf.oversees() or p.district_id = any (gf.units_at('District'))
      or (p.told_at is not null or p.kind = 'Restoration' and p.decided_at is not null) and p.organisation_id = any (gf.units_at('Apply'))));
end $$;

call gf.protect('removal_paper');
call gf.let_tenant('removal_paper', 'select', $$ gf.oversees() or gf.sees_removal(removal_proposal_id) $$);
call gf.let_tenant('removal_paper', 'insert', $$
  exists (select from public.removal_proposal p where p.id = removal_proposal_id and case
    when by_unit then p.state = 'Heard' and (gf.at('Apply') and gf.now() < p.answer_until or gf.at('City'))
    else gf.at('City', 'District') and p.state = 'Proposed' end) $$);
call gf.append_only('removal_paper');

-- A district reminds its own units; a unit of another district is not its own, whatever is written.
call gf.protect('benchmark_reminder');
call gf.let_tenant('benchmark_reminder', 'select', $$ gf.oversees() or district_id = any ((select gf.units_at('District'))::uuid[]) $$);
call gf.let_tenant('benchmark_reminder', 'insert', $$
  (gf.at('City') or district_id = any ((select gf.units_at('District'))::uuid[]))
  and exists (select from public.green_unit u where u.id = green_unit_id and u.district_id = benchmark_reminder.district_id) $$);
call gf.append_only('benchmark_reminder');

-- Whether the session works for an organisation under a credit code, or for its district.
create or replace function gf.knows_code(code text) returns boolean language plpgsql stable parallel restricted security definer set search_path = pg_catalog as $$
begin
  return exists (select from public.organisation o where o.municipality_id = gf.municipality() and o.credit_code = code
                 and (o.id = any (gf.units_at('Apply')) or o.district_id = any (gf.units_at('District'))));
end $$;

-- A proven falsification bars the enterprise; it and its district know it once it is confirmed. What is decided stays decided, and the lead decides, another person.
call gf.protect('falsification_finding');
call gf.let_tenant('falsification_finding', 'select', $$ gf.oversees() or state = 'Confirmed' and gf.at('Apply', 'District') and gf.knows_code(credit_code) $$);
call gf.let_tenant('falsification_finding', 'insert', $$ gf.at('City') and state = 'Recorded' and decided_at is null and recorded_by = gf.person() $$);
call gf.let_tenant('falsification_finding', 'update', $$ gf.at('City') $$);
create or replace function gf.keep_finding() returns trigger language plpgsql security definer set search_path = public, gf as $$
begin
  if old.decided_at is not null
     or (new.municipality_id, new.declaration_id, new.credit_code, new.facts, new.paper_name, new.paper_media_type, new.paper_hash, new.recorded_by, new.recorded_by_name, new.recorded_at)
        is distinct from (old.municipality_id, old.declaration_id, old.credit_code, old.facts, old.paper_name, old.paper_media_type, old.paper_hash, old.recorded_by, old.recorded_by_name, old.recorded_at)
     or new.state <> 'Recorded' and new.decided_at is null
     or new.decided_at is not null and (new.decided_by is distinct from gf.person() or new.decided_by = old.recorded_by or not exists (
          select from public.membership m where m.user_id = gf.person() and m.municipality_id = new.municipality_id and m.role = 'CityLead' and m.ended_at is null)) then
    raise exception 'a finding keeps its words, and another person, the lead, decides' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create or replace trigger keep_words before update on public.falsification_finding for each row execute function gf.keep_finding();

-- Whether a unit of the list is one of the session's own organisations.
create or replace function gf.is_own_unit(unit uuid) returns boolean language plpgsql stable parallel restricted security definer set search_path = pg_catalog as $$
begin
  return exists (select from public.green_unit u join public.organisation o on o.municipality_id = u.municipality_id and o.credit_code = u.credit_code and o.site = u.site
                 where u.id = unit and o.id = any (gf.units_at('Apply')));
end $$;

-- The place of a unit in a year is told to the unit, its district and those who oversee; a fixed year stays.
call gf.protect('benchmark_place');
call gf.let_tenant('benchmark_place', 'select', $$
  gf.oversees() or district_id = any ((select gf.units_at('District'))::uuid[]) or gf.at('Apply') and gf.is_own_unit(green_unit_id) $$);
call gf.let_tenant('benchmark_place', 'insert', $$ gf.at('City') $$);
call gf.append_only('benchmark_place');

-- Which units have begun a benchmarking and never handed it in: who looks after the list is told that, and nothing of what is written in it.
create or replace function gf.begun_benchmarks(wanted uuid) returns table (credit_code text, site text)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return query select o.credit_code::text, o.site::text
  from public.declaration d join public.organisation o on o.id = d.organisation_id
  where d.municipality_id = gf.municipality() and d.campaign_id = wanted and d.purpose = 'Benchmark' and d.state = 'Draft' and d.submitted_at is null
    and (gf.at('City', 'Audit') or d.district_id = any (gf.units_at('District')));
end $$;
revoke all on function gf.begun_benchmarks(uuid) from public;
grant execute on function gf.begun_benchmarks(uuid) to greenfactory_app;

-- Locked by a list while it takes its numbers.
call gf.protect('certificate_counter');
call gf.let_tenant('certificate_counter', 'select', $$ gf.at('City') $$);
call gf.let_tenant('certificate_counter', 'insert', $$ gf.at('City') $$);
call gf.let_tenant('certificate_counter', 'update', $$ gf.at('City') $$);

-- A district signs the head of the log into the pack it seals, the background work into its checkpoints; lists are the city's alone.
call gf.protect('signing_key');
call gf.let_tenant('signing_key', 'select', $$ gf.at('City', 'System') or purpose = 'EventLog' and gf.at('District') $$);
call gf.let_tenant('signing_key', 'insert', $$ gf.at('City', 'System') or purpose = 'EventLog' and gf.at('District') $$);
call gf.append_only('signing_key');
