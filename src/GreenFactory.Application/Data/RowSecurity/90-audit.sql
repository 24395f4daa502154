-- The record of who did what: append-only, and chained by hash inside each municipality.
call gf.protect('process');
call gf.let_tenant('process', 'select', $$ gf.oversees() or actor_id = (select gf.person()) $$);
call gf.let_tenant('process', 'insert', $$ actor_id is not distinct from (select gf.person()) and desk = gf.desk() $$);
call gf.append_only('process');

call gf.protect('process_event');
call gf.let_tenant('process_event', 'select', $$
  gf.oversees()
  or (audience = 'Case' or audience = 'Officers' and gf.at('District', 'Departments'))
     and exists (select 1 from public.declaration d where d.id = declaration_id) $$);
call gf.let_tenant('process_event', 'insert', $$ declaration_id is null or exists (select 1 from public.declaration d where d.id = declaration_id) $$);
call gf.append_only('process_event');

create table if not exists gf.audit_head (municipality_id uuid primary key, sequence bigint not null, hash text not null);

create or replace function gf.event_hash(previous text, e public.process_event) returns text language sql immutable as $$
  select encode(sha256(convert_to(concat_ws('|',
    previous, e.sequence, e.id, e.municipality_id, e.process_id, e.kind, coalesce(e.declaration_id::text, ''), e.summary, e.payload::text,
    e.audience, e.actor_name, extract(epoch from e.occurred_at)::text), 'UTF8')), 'hex')
$$;

create or replace function gf.chain_event() returns trigger language plpgsql security definer set search_path = public, gf as $$
declare
  head gf.audit_head;
begin
  insert into gf.audit_head values (new.municipality_id, 0, repeat('0', 64)) on conflict do nothing;
  select * into head from gf.audit_head where municipality_id = new.municipality_id for update;
  new.sequence := head.sequence + 1;
  new.previous_hash := head.hash;
  new.hash := gf.event_hash(head.hash, new);
  update gf.audit_head set sequence = new.sequence, hash = new.hash where municipality_id = new.municipality_id;
  return new;
end $$;
create or replace trigger chain before insert on public.process_event for each row execute function gf.chain_event();

-- The first event whose place in the chain does not hold, or null when the whole chain of the municipality holds.
create or replace function gf.first_broken_event(municipality uuid) returns bigint language plpgsql stable security definer set search_path = public, gf as $$
declare
  e public.process_event;
  expected bigint := 0;
  previous text := repeat('0', 64);
  head gf.audit_head;
begin
  for e in select * from public.process_event where municipality_id = municipality order by sequence loop
    expected := expected + 1;
    if e.sequence <> expected or e.previous_hash <> previous or e.hash <> gf.event_hash(previous, e) then
      return expected;
    end if;
    previous := e.hash;
  end loop;
  select * into head from gf.audit_head where municipality_id = municipality;
  if found and (head.sequence <> expected or head.hash <> previous) then
    return expected + 1;
  end if;
  return null;
end $$;
revoke all on function gf.first_broken_event(uuid) from public;
grant execute on function gf.first_broken_event(uuid) to greenfactory_app;
