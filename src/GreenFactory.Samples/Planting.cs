using GreenFactory.Application.Audit;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;

namespace GreenFactory.Samples;

/// <summary>
/// The year in the making. What happens is written by the same domain methods, hashes, scores and words as in the use cases, but into a list: its
/// rows go to the database in bulk.
/// </summary>
/// <param name="municipality">The municipality.</param>
/// <param name="seed">The word everything follows from.</param>
/// <param name="now">The moment up to which the year has come.</param>
internal sealed class Planting(MunicipalityId municipality, string seed, DateTimeOffset now)
{
    private Chance keys = Chance.Of(seed, "keys");

    /// <summary>Collects the rows.</summary>
    public RowStore Store { get; } = new();

    /// <summary>The municipality.</summary>
    public MunicipalityId Municipality => municipality;

    /// <summary>The moment up to which the year has come.</summary>
    public DateTimeOffset Now => now;

    /// <summary>What is faulty on purpose, and where.</summary>
    public List<PlantedProblem> Problems { get; } = [];

    /// <summary>The row of numbers for these words.</summary>
    public Chance ChanceOf(params string[] words) => Chance.Of([seed, .. words]);

    /// <summary>Gives what follows keys of its own, so that they do not hang on what was planted before.</summary>
    public void KeysFor(string word) => keys = ChanceOf("keys", word);

    /// <summary>A key of a moment.</summary>
    public Guid Key(DateTimeOffset at) => keys.Key(at);

    /// <summary>A process of a person at a desk.</summary>
    public RunningProcess Run(ProcessKind kind, Person? who, Desk desk, DateTimeOffset at, string? reason = null)
    {
        var process = new Process
        {
            Id = new ProcessId(Key(at)),
            MunicipalityId = municipality,
            Kind = kind.ToString(),
            ActorId = who?.Id,
            ActorName = who?.Name ?? "系统",
            Desk = desk.ToString(),
            Reason = reason,
            StartedAt = at,
        };
        Store.Add(process);
        return new RunningProcess(process, Store.Add, at, Key);
    }
}

/// <summary>Something that is faulty on purpose.</summary>
/// <param name="CaseNumber">The case.</param>
/// <param name="What">What is wrong with it.</param>
public sealed record PlantedProblem(string CaseNumber, string What);
