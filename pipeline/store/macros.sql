-- Formulas that several models share.

-- Wilson 95 % interval of k of n, in [0, 1], null for n = 0 (Wilson 1927, Probable inference …, JASA 22:209–212).
create macro wilson_half(k, n) as
  1.959963984540054 / (1 + 1.959963984540054 ** 2 / n) * sqrt(k / n * (1 - k / n) / n + 1.959963984540054 ** 2 / (4 * n ** 2));
create macro wilson_centre(k, n) as (k / n + 1.959963984540054 ** 2 / (2 * n)) / (1 + 1.959963984540054 ** 2 / n);
create macro wilson_low(k, n) as case when n > 0 then greatest(0, wilson_centre(k, n) - wilson_half(k, n)) end::double;
create macro wilson_high(k, n) as case when n > 0 then least(1, wilson_centre(k, n) + wilson_half(k, n)) end::double;

-- A code that covers several canonical values (in_progress|planned) is within a set when all of them are, apart from it
-- when none is; in between nobody can say.
create macro is_within(code, members) as list_has_all(string_split(members, '|'), string_split(code, '|'));
create macro is_apart(code, members) as not list_has_any(string_split(members, '|'), string_split(code, '|'));

-- One per row where the condition holds, as the integer that outputs want.
create macro tally(condition) as (count(*) filter (where condition))::integer;

-- One row's share in a count: 1 where the condition holds, 0 where it does not or nobody knows.
create macro flag(condition) as (case when condition then 1 else 0 end)::integer;
