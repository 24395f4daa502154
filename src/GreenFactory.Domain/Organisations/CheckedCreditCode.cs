using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Organisations;

/// <summary>A code that has the form of one, with the check digit that does not hold.</summary>
/// <param name="Code">The code.</param>
/// <param name="Fault">Which check fails; null when both hold.</param>
public readonly record struct CheckedCreditCode(CreditCode Code, Error? Fault);
