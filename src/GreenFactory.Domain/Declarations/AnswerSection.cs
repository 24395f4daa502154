using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Declarations;

/// <summary>The applicant's answers of one section of a case, saved on their own so that two people can work side by side.</summary>
public sealed class AnswerSection : ICaseOwned
{
    private AnswerSection()
    {
    }

    /// <inheritdoc/>
    public DeclarationId DeclarationId { get; private set; }

    /// <summary>The section: <c>profile</c>, <c>gates</c> or the code of an indicator group of the rule set.</summary>
    public string SectionCode { get; private set; } = "";

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>The answers as a JSON object, numbers as the text a person typed.</summary>
    public string Answers { get; private set; } = "{}";

    /// <summary>Counts the saves; a form says which one it was shown, and a later one is a conflict.</summary>
    public int Revision { get; private set; }

    /// <summary>Who saved last.</summary>
    public UserId SavedBy { get; private set; }

    /// <summary>The name of that person.</summary>
    public string SavedByName { get; private set; } = "";

    /// <summary>When it was saved last.</summary>
    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>Begins a section.</summary>
    public static AnswerSection Create(Declaration declaration, string sectionCode) =>
        new() { DeclarationId = declaration.Id, MunicipalityId = declaration.MunicipalityId, SectionCode = sectionCode };

    /// <summary>Replaces the answers. The caller has checked that the case is editable.</summary>
    public void Save(string answers, UserId by, string byName, DateTimeOffset now)
    {
        Answers = answers;
        Revision++;
        SavedBy = by;
        SavedByName = byName;
        SavedAt = now;
    }
}
