-- The record of who did what: append-only, and chained by hash inside each municipality.
call gf.protect('process');
call gf.let_tenant('process', 'select', $$ gf.oversees() or actor_id = (select gf.person()) $$);
call gf.let_tenant('process', 'insert', $$ actor_id is not distinct from (select gf.person()) and desk = gf.desk() $$);
call gf.append_only('process');

call gf.protect('process_event');
call gf.carry_case('process_event');
call gf.let_tenant('process_event', 'select', format($$
  gf.oversees() or (audience = 'Case' or audience = 'Officers' and gf.at('District', 'Departments')) and (%s) $$, gf.of_case('{Apply,District,Departments,Experts}', true)));
call gf.let_tenant('process_event', 'insert', $$ declaration_id is null or gf.sees_case(declaration_id) $$);
call gf.append_only('process_event');

-- Head of a municipality's log: how many events, the hash of the last one, and the full subtrees of the Merkle tree over all of them
-- (RFC 9162, 2.1), the largest first.
create table if not exists gf.audit_head (municipality_id uuid primary key, sequence bigint not null, hash text not null);
alter table gf.audit_head add column if not exists subtrees bytea[] not null default '{}';

create or replace function gf.json_text(value text) returns text language sql immutable as
$$ select coalesce(to_json(value)::text, 'null') $$;

create or replace function gf.json_moment(value timestamptz) returns text language sql immutable as
$$ select gf.json_text(to_char(value at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) $$;

-- The entry of an event in the log: the event and the process it belongs to, as JSON in the canonical form of RFC 8785.
-- GreenFactory.Application.Audit.EventLogEntry writes the same bytes; a test compares them.
create or replace function gf.event_entry(e public.process_event, p public.process) returns text language sql immutable as $$
  select '{"actorId":' || gf.json_text(p.actor_id::text)
      || ',"actorName":' || gf.json_text(p.actor_name)
      || ',"audience":' || gf.json_text(e.audience)
      || ',"caseId":' || gf.json_text(e.declaration_id::text)
      || ',"desk":' || gf.json_text(p.desk)
      || ',"eventActorName":' || gf.json_text(e.actor_name)
      || ',"id":' || gf.json_text(e.id::text)
      || ',"kind":' || gf.json_text(e.kind)
      || ',"municipalityId":' || gf.json_text(e.municipality_id::text)
      || ',"occurredAt":' || gf.json_moment(e.occurred_at)
      || ',"payload":' || gf.json_text(e.payload::text)
      || ',"processId":' || gf.json_text(e.process_id::text)
      || ',"processKind":' || gf.json_text(p.kind)
      || ',"processMunicipalityId":' || gf.json_text(p.municipality_id::text)
      || ',"reason":' || gf.json_text(p.reason)
      || ',"sequence":' || gf.json_text(e.sequence::text)
      || ',"startedAt":' || gf.json_moment(p.started_at)
      || ',"summary":' || gf.json_text(e.summary) || '}'
$$;

create or replace function gf.leaf_hash(entry text) returns bytea language sql immutable as
$$ select sha256('\x00'::bytea || convert_to(entry, 'UTF8')) $$;

create or replace function gf.chain_hash(previous text, leaf bytea) returns text language sql immutable as
$$ select encode(sha256(decode(previous, 'hex') || leaf), 'hex') $$;

-- The subtrees after one more leaf: every full pair is joined.
create or replace function gf.grow_tree(subtrees bytea[], size bigint, leaf bytea) returns bytea[] language plpgsql immutable as $$
declare
  hash bytea := leaf;
  rest bigint := size;
begin
  while rest % 2 = 1 loop
    hash := sha256('\x01'::bytea || subtrees[cardinality(subtrees)] || hash);
    subtrees := trim_array(subtrees, 1);
    rest := rest / 2;
  end loop;
  return subtrees || hash;
end $$;

create or replace function gf.tree_root(subtrees bytea[]) returns bytea language plpgsql immutable as $$
declare
  root bytea := subtrees[cardinality(subtrees)];
begin
  for i in reverse cardinality(subtrees) - 1 .. 1 loop
    root := sha256('\x01'::bytea || subtrees[i] || root);
  end loop;
  return coalesce(root, sha256(''::bytea));
end $$;

create or replace function gf.chain_event() returns trigger language plpgsql security definer set search_path = public, gf as $$
declare
  head gf.audit_head;
  leaf bytea;
begin
  insert into gf.audit_head values (new.municipality_id, 0, repeat('0', 64)) on conflict do nothing;
  select * into head from gf.audit_head where municipality_id = new.municipality_id for update;
  new.sequence := head.sequence + 1;
  new.previous_hash := head.hash;
  select gf.leaf_hash(gf.event_entry(new, p)) into leaf from public.process p where p.id = new.process_id;
  if leaf is null then
    raise exception 'an event belongs to a process' using errcode = 'foreign_key_violation';
  end if;
  new.hash := gf.chain_hash(head.hash, leaf);
  update gf.audit_head set sequence = new.sequence, hash = new.hash, subtrees = gf.grow_tree(head.subtrees, head.sequence, leaf)
  where municipality_id = new.municipality_id;
  return new;
end $$;
create or replace trigger chain before insert on public.process_event for each row execute function gf.chain_event();

-- Size and root of the municipality at work: what a signed head says. It tells nothing of what the events are.
create or replace function gf.log_head(municipality uuid) returns table (size bigint, root text) language plpgsql stable security definer set search_path = public, gf as $$
declare
  head gf.audit_head;
begin
  select * into head from gf.audit_head h where h.municipality_id = municipality and municipality = gf.municipality();
  size := coalesce(head.sequence, 0);
  root := encode(gf.tree_root(coalesce(head.subtrees, '{}')), 'hex');
  return next;
end $$;

-- The first event whose place in the chain does not hold, or null when the whole chain of the municipality holds.
create or replace function gf.first_broken_event(municipality uuid) returns bigint language plpgsql stable security definer set search_path = public, gf as $$
declare
  e record;
  leaf bytea;
  subtrees bytea[] := '{}';
  expected bigint := 0;
  previous text := repeat('0', 64);
  head gf.audit_head;
begin
  for e in
    select ev as event, p as process from public.process_event ev left join public.process p on p.id = ev.process_id
    where ev.municipality_id = municipality order by ev.sequence
  loop
    leaf := gf.leaf_hash(gf.event_entry(e.event, e.process));
    subtrees := gf.grow_tree(subtrees, expected, leaf);
    expected := expected + 1;
    if (e.event).sequence <> expected or (e.event).previous_hash <> previous or (e.event).hash is distinct from gf.chain_hash(previous, leaf) then
      return expected;
    end if;
    previous := (e.event).hash;
  end loop;
  select * into head from gf.audit_head where municipality_id = municipality;
  if found and (head.sequence <> expected or head.hash <> previous or gf.tree_root(head.subtrees) <> gf.tree_root(subtrees)) then
    return expected + 1;
  end if;
  return null;
end $$;
revoke all on function gf.first_broken_event(uuid) from public;
grant execute on function gf.first_broken_event(uuid) to greenfactory_app;
revoke all on function gf.log_head(uuid) from public;
grant execute on function gf.log_head(uuid) to greenfactory_app;
