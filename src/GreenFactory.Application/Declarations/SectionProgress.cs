namespace GreenFactory.Application.Declarations;

/// <summary>How far a section has come.</summary>
public enum SectionStatus
{
    /// <summary>未开始.</summary>
    NotStarted,

    /// <summary>填写中.</summary>
    Doing,

    /// <summary>有误: something typed cannot be used.</summary>
    Faulty,

    /// <summary>完成.</summary>
    Complete,
}

/// <summary>Something a person should look at in a section.</summary>
/// <param name="Field">The field.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record SectionNote(string Field, string Message);

/// <summary>The state of one section.</summary>
/// <param name="Code">The section.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="Missing">What is not filled in yet.</param>
/// <param name="Errors">What cannot be used as typed.</param>
/// <param name="Warnings">Every warning, justified or not.</param>
/// <param name="Unexplained">The warnings that still need a justification.</param>
public sealed record SectionProgress(
    string Code,
    SectionStatus Status,
    IReadOnlyList<SectionNote> Missing,
    IReadOnlyList<SectionNote> Errors,
    IReadOnlyList<SectionNote> Warnings,
    IReadOnlyList<SectionNote> Unexplained);
