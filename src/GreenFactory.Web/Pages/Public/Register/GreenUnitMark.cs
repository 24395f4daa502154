using GreenFactory.Domain.Honours;
using GreenFactory.Web.Face.Marks;

namespace GreenFactory.Web.Pages.Public.Register;

/// <summary>The shape beside the state of a unit.</summary>
public static class GreenUnitMark
{
    /// <summary>The shape.</summary>
    public static StateShape Of(GreenUnitState state) => state switch
    {
        GreenUnitState.Valid => StateShape.Done,
        GreenUnitState.Warned => StateShape.You,
        _ => StateShape.Off,
    };
}
