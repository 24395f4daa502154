using System.Globalization;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Assessments;

/// <summary>A case that needs experts.</summary>
/// <param name="Declaration">The case.</param>
/// <param name="Number">Its number; decides nothing but who is asked first where everything else is equal.</param>
/// <param name="Needed">How many experts it still needs.</param>
public sealed record CaseToPlan(DeclarationId Declaration, string Number, int Needed);

/// <summary>An expert who may be given cases.</summary>
/// <param name="Expert">The expert.</param>
/// <param name="Open">Cases the expert works on already.</param>
public sealed record ExpertToPlan(UserId Expert, int Open);

/// <summary>One case for one expert.</summary>
public sealed record PlannedReview(DeclarationId Declaration, UserId Expert);

/// <summary>Why a case does not get all the experts it needs.</summary>
/// <param name="Declaration">The case.</param>
/// <param name="Missing">How many it lacks.</param>
/// <param name="Eligible">How many experts may assess it at all; fewer than it needs means that conflicts stand in the way, otherwise everybody who may is at the cap.</param>
public sealed record PlanShortage(DeclarationId Declaration, int Missing, int Eligible);

/// <summary>A proposal who assesses what.</summary>
public sealed record PanelProposal(IReadOnlyList<PlannedReview> Reviews, IReadOnlyList<PlanShortage> Shortages);

/// <summary>
/// Proposes panels: as many reviews as can be had under the caps and without a known conflict, spread so that nobody works much more than another. The same cases, experts and seed
/// give the same proposal, in whatever order they come. It is a maximum: where a place is left open, no exchange between experts could have filled it.
/// </summary>
public static class PanelPlan
{
    /// <summary>Name and version of the way in which proposals are made, for the record.</summary>
    public const string Method = "augmenting-paths/1";

    /// <summary>Proposes.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="experts">The experts.</param>
    /// <param name="barred">Pairs that must not be: a known conflict, or an assignment that was made before.</param>
    /// <param name="cap">Most cases on which one expert works, those included on which the expert works already.</param>
    /// <param name="seed">Decides between what is equal.</param>
    public static PanelProposal Propose(
        IReadOnlyCollection<CaseToPlan> cases, IReadOnlyCollection<ExpertToPlan> experts, IReadOnlySet<(UserId Expert, DeclarationId Declaration)> barred, int cap, int seed) =>
        new Search(cases, experts, barred, cap, seed).Run();

    private sealed class Search
    {
        private readonly List<CaseToPlan> cases;
        private readonly List<ExpertToPlan> experts;
        private readonly List<int>[] eligible;
        private readonly HashSet<int>[] given;
        private readonly HashSet<int>[] taken;
        private readonly int[] load;
        private readonly int cap;

        public Search(IReadOnlyCollection<CaseToPlan> cases, IReadOnlyCollection<ExpertToPlan> experts, IReadOnlySet<(UserId, DeclarationId)> barred, int cap, int seed)
        {
            this.cap = cap;
            this.experts = [.. experts.OrderBy(row => Order(seed, row.Expert.Value.ToString()), StringComparer.Ordinal)];
            var free = cases.ToDictionary(row => row.Declaration, row => this.experts.Index().Where(one => !barred.Contains((one.Item.Expert, row.Declaration))).Select(one => one.Index).ToList());
            this.cases = [.. cases.OrderBy(row => free[row.Declaration].Count - row.Needed).ThenBy(row => Order(seed, row.Number), StringComparer.Ordinal).ThenBy(row => row.Number, StringComparer.Ordinal)];
            eligible = [.. this.cases.Select(row => free[row.Declaration])];
            given = [.. this.cases.Select(_ => new HashSet<int>())];
            taken = [.. this.experts.Select(_ => new HashSet<int>())];
            load = [.. this.experts.Select(row => row.Open)];
        }

        public PanelProposal Run()
        {
            for (var at = 0; at < cases.Count; at++)
            {
                for (var seat = 0; seat < cases[at].Needed && Seat(at); seat++)
                {
                }
            }

            while (Level())
            {
            }

            return new PanelProposal(
                [.. cases.Index().SelectMany(row => given[row.Index].Order().Select(expert => new PlannedReview(row.Item.Declaration, experts[expert].Expert)))
                    .OrderBy(row => cases.Find(one => one.Declaration == row.Declaration)!.Number, StringComparer.Ordinal)],
                [.. cases.Index().Where(row => given[row.Index].Count < row.Item.Needed).OrderBy(row => row.Item.Number, StringComparer.Ordinal)
                    .Select(row => new PlanShortage(row.Item.Declaration, row.Item.Needed - given[row.Index].Count, eligible[row.Index].Count))]);
        }

        /// <summary>Gives a case one more expert: the least busy one with room, or one who gets room because others take cases over along a path.</summary>
        private bool Seat(int at)
        {
            var cameFrom = new Dictionary<int, (int Case, int Giver)>();
            var queue = new Queue<int>();
            foreach (var expert in eligible[at].Where(one => !given[at].Contains(one)).OrderBy(one => load[one]))
            {
                cameFrom[expert] = (at, -1);
                queue.Enqueue(expert);
            }

            while (queue.TryDequeue(out var expert))
            {
                if (load[expert] < cap)
                {
                    Shift(expert, cameFrom);
                    return true;
                }

                foreach (var moved in taken[expert].Order())
                {
                    foreach (var other in eligible[moved].Where(one => !given[moved].Contains(one) && !cameFrom.ContainsKey(one)).OrderBy(one => load[one]))
                    {
                        cameFrom[other] = (moved, expert);
                        queue.Enqueue(other);
                    }
                }
            }

            return false;
        }

        private void Shift(int last, Dictionary<int, (int Case, int Giver)> cameFrom)
        {
            load[last]++;
            for (var expert = last; expert >= 0;)
            {
                var (moved, giver) = cameFrom[expert];
                given[moved].Add(expert);
                taken[expert].Add(moved);
                if (giver >= 0)
                {
                    given[moved].Remove(giver);
                    taken[giver].Remove(moved);
                }

                expert = giver;
            }
        }

        /// <summary>Moves one case from somebody to somebody who has at least two fewer; false when nobody has.</summary>
        private bool Level()
        {
            foreach (var busy in Enumerable.Range(0, experts.Count).OrderByDescending(one => load[one]))
            {
                foreach (var moved in taken[busy].Order())
                {
                    var idle = eligible[moved].Where(one => !given[moved].Contains(one)).OrderBy(one => load[one]).Cast<int?>().FirstOrDefault();
                    if (idle is { } other && load[other] + 1 < load[busy])
                    {
                        given[moved].Remove(busy);
                        taken[busy].Remove(moved);
                        given[moved].Add(other);
                        taken[other].Add(moved);
                        load[busy]--;
                        load[other]++;
                        return true;
                    }
                }
            }

            return false;
        }

        private static string Order(int seed, string what) => ContentHashing.Sha256Hex(seed.ToString(CultureInfo.InvariantCulture), what);
    }
}
