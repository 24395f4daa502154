namespace GreenFactory.Application.Declarations.Form;

/// <summary>The parts of a declaration that are saved on their own; every other code is that of an indicator group of the rule set.</summary>
public static class SectionCodes
{
    /// <summary>企业（园区）基本信息.</summary>
    public const string Profile = "profile";

    /// <summary>基本要求与负面清单.</summary>
    public const string Gates = "gates";
}
