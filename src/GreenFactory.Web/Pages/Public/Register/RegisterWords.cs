using GreenFactory.Application.Honours;

namespace GreenFactory.Web.Pages.Public.Register;

/// <summary>How far what is shown of a unit was signed, for people and for programs.</summary>
public static class RegisterWords
{
    /// <summary>State of a unit of which nothing may be believed.</summary>
    public const string Unproven = "未通过核验";

    /// <summary>For people.</summary>
    public static string Of(RegisterProof proof) => proof switch
    {
        RegisterProof.Signed => "签名的名单",
        RegisterProof.Earlier => "平台签名发布之前列入，没有签名",
        RegisterProof.Differs => "登记与签名的名单不一致，按签名的名单",
        _ => Unproven,
    };

    /// <summary>For programs.</summary>
    public static string Code(RegisterProof proof) => proof switch
    {
        RegisterProof.Signed => "signed",
        RegisterProof.Earlier => "unsigned",
        RegisterProof.Differs => "differs",
        _ => "unproven",
    };
}
