using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Messages;

/// <summary>A public announcement of the city (通知公告).</summary>
public sealed class Announcement : ITenantOwned
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required MunicipalityId MunicipalityId { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; set; }

    /// <summary>Kind in one word, such as 通知.</summary>
    public required string Kind { get; set; }

    /// <summary>Text; blank lines separate paragraphs.</summary>
    public required string Body { get; set; }

    /// <summary>When it is or was published; it is public from then on.</summary>
    public required DateTimeOffset PublishedAt { get; set; }
}
