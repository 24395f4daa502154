using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.RuleLibrary;

/// <summary>The life of a rule-set version: Draft → Checked → Published → Retired.</summary>
public enum RuleSetState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>The checker and its golden cases are green.</summary>
    Checked,

    /// <summary>In force and immutable.</summary>
    Published,

    /// <summary>No longer offered to new campaigns; still replayed.</summary>
    Retired,
}

/// <summary>One version of a rule set in the library: the document, its content hash, its worked examples, and who did what to it.</summary>
public sealed class RuleSetVersion : ITenantOwned
{
    /// <summary>People who must take responsibility before a campaign pins a version that is not official.</summary>
    public const int EndorsementsNeeded = 2;

    /// <summary>Provenance of the text issued by the competent authority.</summary>
    public const string Official = "official";

    private RuleSetVersion()
    {
    }

    /// <summary>Key.</summary>
    public RuleSetVersionId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>Identifier of the set, such as <c>gbt36132-2025</c>.</summary>
    public string RuleSetId { get; private set; } = "";

    /// <summary>Version of the set, such as <c>2026.1</c>.</summary>
    public string Version { get; private set; } = "";

    /// <summary>Title in Chinese.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Whom it applies to.</summary>
    public OrganisationKind Kind { get; private set; }

    /// <summary>official, transcribed, derived or example.</summary>
    public string Provenance { get; private set; } = "";

    /// <summary>GB/T 4754-2017 codes it applies to, as in the document; empty when it applies to any.</summary>
    public string[] IndustryCodes { get; private set; } = [];

    /// <summary>What its example values (示例) are called.</summary>
    public string[] ExampleValues { get; private set; } = [];

    /// <summary>The canonical document.</summary>
    public string Document { get; private set; } = "";

    /// <summary>SHA-256 of the canonical document, in hexadecimal.</summary>
    public string ContentHash { get; private set; } = "";

    /// <summary>Worked examples with their expected outcome (用例): a JSON array.</summary>
    public string GoldenCases { get; private set; } = "[]";

    /// <summary>Where it stands.</summary>
    public RuleSetState State { get; private set; }

    /// <summary>Everybody who ever wrote on it; none of them publishes it. Empty for a version that ships with the product.</summary>
    public Guid[] AuthorIds { get; private set; } = [];

    /// <summary>Who wrote it last; null for a version that ships with the product.</summary>
    public UserId? DraftedBy { get; private set; }

    /// <summary>That person's name at the time.</summary>
    public string DraftedByName { get; private set; } = "";

    /// <summary>When it was written last.</summary>
    public DateTimeOffset? DraftedAt { get; private set; }

    /// <summary>When checker and golden cases were last green.</summary>
    public DateTimeOffset? CheckedAt { get; private set; }

    /// <summary>Who ran these checks.</summary>
    public string CheckedByName { get; private set; } = "";

    /// <summary>Who published it; null for a version that ships with the product.</summary>
    public UserId? PublishedBy { get; private set; }

    /// <summary>That person's name at the time.</summary>
    public string PublishedByName { get; private set; } = "";

    /// <summary>When it was published.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>When it was retired.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    /// <summary>Why it was retired; empty while it is not.</summary>
    public string RetiredReason { get; private set; } = "";

    /// <summary>Whether its content can still be changed.</summary>
    public bool IsEditable => State is RuleSetState.Draft or RuleSetState.Checked;

    /// <summary>Whether a campaign may pin it only after two people have taken responsibility for it: everything that is not the official text.</summary>
    public bool NeedsEndorsement => Provenance != Official;

    /// <summary>Whether this person wrote on it.</summary>
    public bool IsAuthor(UserId person) => AuthorIds.Contains(person.Value);

    /// <summary>Loads a version that ships with the product.</summary>
    public static RuleSetVersion CreatePublished(RuleSetVersionId id, MunicipalityId municipality, RuleSetContent content, DateTimeOffset now)
    {
        var version = new RuleSetVersion { Id = id, MunicipalityId = municipality, State = RuleSetState.Published, PublishedAt = now };
        version.Take(content);
        return version;
    }

    /// <summary>Begins a version as a draft.</summary>
    public static RuleSetVersion Draft(RuleSetVersionId id, MunicipalityId municipality, RuleSetContent content, UserId by, string byName, DateTimeOffset now)
    {
        var version = new RuleSetVersion { Id = id, MunicipalityId = municipality };
        version.Write(content, by, byName, now);
        return version;
    }

    /// <summary>Replaces what the draft says; a checked one is a draft again, and whoever writes becomes one of its authors.</summary>
    public Result Rewrite(RuleSetContent content, UserId by, string byName, DateTimeOffset now)
    {
        if (!IsEditable)
        {
            return RuleSetErrors.NotADraft;
        }

        if (content.RuleSetId != RuleSetId || content.Version != Version)
        {
            return RuleSetErrors.OtherSet;
        }

        Write(content, by, byName, now);
        return Result.Success;
    }

    /// <summary>Records that the checker and all golden cases were green.</summary>
    public Result Pass(string byName, DateTimeOffset now)
    {
        if (!IsEditable)
        {
            return RuleSetErrors.NotADraft;
        }

        State = RuleSetState.Checked;
        CheckedAt = now;
        CheckedByName = byName;
        return Result.Success;
    }

    /// <summary>Puts it in force; by somebody who never wrote on it.</summary>
    public Result Publish(UserId by, string byName, DateTimeOffset now)
    {
        if (State is not RuleSetState.Checked)
        {
            return State is RuleSetState.Draft ? RuleSetErrors.NotChecked : RuleSetErrors.NotADraft;
        }

        if (IsAuthor(by))
        {
            return RuleSetErrors.SecondPerson;
        }

        State = RuleSetState.Published;
        PublishedBy = by;
        PublishedByName = byName;
        PublishedAt = now;
        return Result.Success;
    }

    /// <summary>Takes it out of use for new campaigns.</summary>
    public Result Retire(string reason, DateTimeOffset now)
    {
        if (State is not RuleSetState.Published)
        {
            return RuleSetErrors.NotPublished;
        }

        if (!RuleSetErrors.IsReason(reason))
        {
            return RuleSetErrors.ReasonMissing;
        }

        State = RuleSetState.Retired;
        RetiredAt = now;
        RetiredReason = WrittenText.Said(reason);
        return Result.Success;
    }

    private void Write(RuleSetContent content, UserId by, string byName, DateTimeOffset now)
    {
        Take(content);
        State = RuleSetState.Draft;
        CheckedAt = null;
        CheckedByName = "";
        AuthorIds = IsAuthor(by) ? AuthorIds : [.. AuthorIds, by.Value];
        DraftedBy = by;
        DraftedByName = byName;
        DraftedAt = now;
    }

    private void Take(RuleSetContent content)
    {
        RuleSetId = content.RuleSetId;
        Version = content.Version;
        Title = content.Title;
        Kind = content.Kind;
        Provenance = content.Provenance;
        IndustryCodes = [.. content.IndustryCodes];
        ExampleValues = [.. content.ExampleValues];
        Document = content.Document;
        ContentHash = content.ContentHash;
        GoldenCases = content.GoldenCases;
    }
}
