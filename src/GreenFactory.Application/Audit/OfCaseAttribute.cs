namespace GreenFactory.Application.Audit;

/// <summary>Marks a kind of event that belongs to a case and stands in its timeline.</summary>
/// <param name="audience">Who may read it.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class OfCaseAttribute(Audience audience) : Attribute
{
    /// <summary>Who may read it.</summary>
    public Audience Audience { get; } = audience;
}
