-- Letters that were given up: the administrator sees them all, a person those they wait for, a browser the one it asked for (by its ticket).
call gf.protect('undelivered_letter');
call gf.let_tenant('undelivered_letter', 'select', $$ gf.at('Admin', 'Audit', 'System') or user_id = (select gf.person()) $$);
call gf.let_tenant('undelivered_letter', 'insert', $$ gf.at('System') $$);
call gf.let_tenant('undelivered_letter', 'update', $$ gf.at('System') $$);
call gf.let_tenant('undelivered_letter', 'delete', $$ gf.at('System') $$);

create or replace function gf.undelivered_by_ticket(held uuid) returns table (fault text) language sql stable security definer set search_path = public, gf as $$
  select l.fault from public.undelivered_letter l
  where l.municipality_id = gf.municipality() and l.ticket = held and l.delivered_at is null and l.sent_again_at is null
$$;
revoke all on function gf.undelivered_by_ticket(uuid) from public;
grant execute on function gf.undelivered_by_ticket(uuid) to greenfactory_app;

-- Alarms are raised by whoever meets the failed check, once each.
call gf.protect('alarm');
call gf.let_tenant('alarm', 'select', $$ gf.oversees() or gf.at('District') $$);
call gf.let_tenant('alarm', 'insert', $$ gf.at('City', 'District', 'Admin', 'Audit', 'System') $$);
call gf.append_only('alarm');
