using GreenFactory.Application.Ports.Files;

namespace GreenFactory.Application.Evidence.Inspection;

/// <summary>What an inspection found: <see cref="Accepted"/> or <see cref="Refused"/>.</summary>
public abstract record InspectionResult
{
    private InspectionResult()
    {
    }

    /// <summary>The file is what its name says and of an accepted type.</summary>
    /// <param name="Name">Its name, safe to store, show and offer for download.</param>
    /// <param name="Kind">Its type, by content.</param>
    /// <param name="Bytes">Its length in bytes.</param>
    public sealed record Accepted(string Name, FileKind Kind, long Bytes) : InspectionResult;

    /// <summary>The file is not taken.</summary>
    /// <param name="Refusal">Why.</param>
    public sealed record Refused(FileRefusal Refusal) : InspectionResult;
}
