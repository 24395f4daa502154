using GreenFactory.Domain.Users;

namespace GreenFactory.Domain.Declarations;

/// <summary>
/// Nobody decides on what they prepared, nor on a unit they are or were tied to. A hand in the case at a desk that comes before the deciding
/// one bars for good, whatever has become of the role; so does any role at the applicant, ended or not.
/// </summary>
public static class FourEyesRule
{
    private static readonly Desk[] BeforeDistrict = [Desk.Apply];
    private static readonly Desk[] BeforeCity = [Desk.Apply, Desk.District];

    /// <summary>The desks at which a case is prepared for a decision at this desk.</summary>
    public static IReadOnlyList<Desk> DesksBefore(Desk deciding) => deciding is Desk.District ? BeforeDistrict : BeforeCity;
}
