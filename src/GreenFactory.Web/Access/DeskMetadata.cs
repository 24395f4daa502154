using GreenFactory.Domain.Users;

namespace GreenFactory.Web.Access;

/// <summary>Says at which desk an endpoint stands; without it, an endpoint is public.</summary>
/// <param name="Desk">The desk.</param>
public sealed record DeskMetadata(Desk Desk);
