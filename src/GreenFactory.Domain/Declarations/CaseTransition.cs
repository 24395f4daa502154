using GreenFactory.Domain.Users;

namespace GreenFactory.Domain.Declarations;

/// <summary>One allowed step of a case.</summary>
/// <param name="From">The state it starts from.</param>
/// <param name="Action">What is done.</param>
/// <param name="To">The state it ends in.</param>
/// <param name="Roles">Who may do it.</param>
/// <param name="Guards">What must be proved.</param>
/// <param name="Purpose">The purpose it is limited to, or null for both.</param>
public sealed record CaseTransition(
    CaseState From, CaseAction Action, CaseState To, IReadOnlyList<Role> Roles, IReadOnlyList<CaseGuard> Guards, DeclarationPurpose? Purpose = null);
