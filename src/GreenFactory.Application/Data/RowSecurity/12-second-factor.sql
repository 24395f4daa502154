-- The last time step (RFC 6238) whose code a person used: a code works once, and no older one after it (5.2).
create table if not exists gf.used_time_step (user_id uuid primary key references public.portal_user (id) on delete cascade, step bigint not null);

-- Uses a step up. True for one of several who try at the same time, false for all others and ever after.
create or replace function gf.use_time_step(account uuid, used bigint) returns boolean language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not gf.at('Account') or (account is distinct from gf.person() and account is distinct from gf.opened_account())
     or abs(used - extract(epoch from clock_timestamp()) / 30) > 20 then
    raise exception 'a code is used for the account at the door, near its time' using errcode = 'insufficient_privilege';
  end if;
  insert into gf.used_time_step as u values (account, used) on conflict (user_id) do update set step = used where u.step < used;
  return found;
end $$;
revoke all on function gf.use_time_step(uuid, bigint) from public;
grant execute on function gf.use_time_step(uuid, bigint) to greenfactory_app;

-- Codes of another secret are other codes.
create or replace function gf.forget_time_step() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from gf.used_time_step where user_id = old.user_id;
  return null;
end $$;
create or replace trigger forget_time_step after update or delete on public.user_token
  for each row when (old.name = 'AuthenticatorKey') execute function gf.forget_time_step();
