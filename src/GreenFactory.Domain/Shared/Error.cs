namespace GreenFactory.Domain.Shared;

/// <summary>A named refusal. It is returned, never thrown.</summary>
/// <param name="Code">Stable English code, for tests and the API.</param>
/// <param name="Message">What is wrong and what to do, in Chinese, for the person.</param>
/// <param name="Field">The form field it belongs to, or null for the whole.</param>
public sealed record Error(string Code, string Message, string? Field = null)
{
    /// <summary>The same refusal, placed at a field.</summary>
    public Error At(string field) => this with { Field = field };
}
