using System.Collections.Frozen;
using System.Reflection;

namespace GreenFactory.Application.Audit;

/// <summary>What is known of each kind of event.</summary>
public static class EventKinds
{
    private static readonly FrozenDictionary<EventKind, Audience?> Audiences =
        Enum.GetValues<EventKind>().ToFrozenDictionary(kind => kind, kind => typeof(EventKind).GetField(kind.ToString())!.GetCustomAttribute<OfCaseAttribute>()?.Audience);

    /// <summary>Who may read an event of a case; null for a kind that belongs to no case.</summary>
    public static Audience? AudienceOf(EventKind kind) => Audiences[kind];
}
