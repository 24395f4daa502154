-- Restoration of a lost second factor: whoever begins or confirms is who is signed in, and what was begun, confirmed or closed stays as it is.
call gf.protect('second_factor_restoration');
call gf.let_tenant('second_factor_restoration', 'select', $$ gf.at('Admin', 'Audit', 'System') $$);
call gf.let_tenant('second_factor_restoration', 'insert', $$ gf.at('Admin') and started_by = (select gf.person()) and confirmed_by is null $$);
call gf.let_tenant('second_factor_restoration', 'update', $$ gf.at('Admin') and (confirmed_by is null or confirmed_by = (select gf.person())) $$);

create or replace function gf.keep_restoration() returns trigger language plpgsql as $$
begin
  if old.confirmed_at is not null or old.closed_at is not null or new.user_id <> old.user_id or new.started_by <> old.started_by or new.started_at <> old.started_at
     or new.expires_at <> old.expires_at or new.reason <> old.reason or new.papers <> old.papers or new.started_by_name <> old.started_by_name then
    raise exception 'a restoration is confirmed or closed once and never changed' using errcode = 'insufficient_privilege';
  end if;
  if new.confirmed_at is not null and gf.now() > new.expires_at then
    raise exception 'a restoration is confirmed within its term' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create or replace trigger keep_restoration before update on public.second_factor_restoration for each row execute function gf.keep_restoration();
