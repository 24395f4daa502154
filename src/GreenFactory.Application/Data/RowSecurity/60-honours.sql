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

call gf.protect('removal_proposal');
call gf.let_tenant('removal_proposal', 'select', $$ gf.oversees() $$);
call gf.let_tenant('removal_proposal', 'insert', $$ gf.at('City') $$);
call gf.let_tenant('removal_proposal', 'update', $$ gf.at('City') $$);

-- A district reminds its own units; a unit of another district is not its own, whatever is written.
call gf.protect('benchmark_reminder');
call gf.let_tenant('benchmark_reminder', 'select', $$ gf.oversees() or district_id = any ((select gf.units_at('District'))::uuid[]) $$);
call gf.let_tenant('benchmark_reminder', 'insert', $$
  (gf.at('City') or district_id = any ((select gf.units_at('District'))::uuid[]))
  and exists (select from public.green_unit u where u.id = green_unit_id and u.district_id = benchmark_reminder.district_id) $$);
call gf.append_only('benchmark_reminder');

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
