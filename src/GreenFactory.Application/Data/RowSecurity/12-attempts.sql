-- Counts of tries. Whoever is not signed in writes them; they hold hashes only.
call gf.protect('attempt_counter');
call gf.let_tenant('attempt_counter', 'select', $$ gf.at('Public', 'Account', 'System') $$);
call gf.let_tenant('attempt_counter', 'insert', $$ gf.at('Public', 'Account') $$);
call gf.let_tenant('attempt_counter', 'update', $$ gf.at('Public', 'Account') $$);
call gf.let_tenant('attempt_counter', 'delete', $$ gf.at('Public', 'Account', 'System') $$);

-- Counts one try of the municipality unless its wait is not over. The row is locked, so tries at the same moment are counted one after another.
-- A wait longer than the longest one was written by a clock that was ahead, and holds nobody up.
create or replace function gf.take_attempt(of_door text, of_subject text, moment timestamptz, free integer, first_seconds float8, longest_seconds float8, forget_seconds float8)
returns table (allowed boolean, ready_at timestamptz, run uuid, place integer) language plpgsql as $$
declare
  counted public.attempt_counter;
  number integer;
  wait float8;
begin
  insert into public.attempt_counter (municipality_id, door, subject, tries, run_id, last_at, wait_until)
  values (gf.municipality(), of_door, of_subject, 0, gen_random_uuid(), moment, moment) on conflict do nothing;
  select * into strict counted from public.attempt_counter c
  where c.municipality_id = gf.municipality() and c.door = of_door and c.subject = of_subject for update;
  if counted.wait_until > moment and counted.wait_until <= moment + make_interval(secs => longest_seconds) then
    return query select false, counted.wait_until, counted.run_id, counted.tries;
    return;
  end if;
  if counted.last_at < moment - make_interval(secs => forget_seconds) then
    counted.tries := 0;
    counted.run_id := gen_random_uuid();
  end if;
  number := counted.tries + 1;
  wait := case when number <= free then 0 else least(longest_seconds, first_seconds * power(2, least(number - free - 1, 30))) end;
  update public.attempt_counter c
  set tries = number, run_id = counted.run_id, last_at = moment, wait_until = moment + make_interval(secs => wait)
  where c.municipality_id = gf.municipality() and c.door = of_door and c.subject = of_subject;
  return query select true, moment + make_interval(secs => wait), counted.run_id, number;
end $$;
