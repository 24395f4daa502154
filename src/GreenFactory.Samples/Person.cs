using GreenFactory.Domain.Shared;

namespace GreenFactory.Samples;

/// <summary>Somebody who acts in the invented year.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">The name beside what they do.</param>
internal sealed record Person(UserId Id, string Name);
