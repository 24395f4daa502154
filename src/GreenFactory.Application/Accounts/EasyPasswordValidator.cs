using Microsoft.AspNetCore.Identity;

namespace GreenFactory.Application.Accounts;

/// <summary>
/// Refuses passwords that stand at the head of every list of leaked ones. Those of ten characters and more are put together from a few pieces (keyboard rows,
/// rising digits, years, “password”, “woaini”) and from what is known of the person or of this portal: what is left without the pieces must not be short.
/// </summary>
public sealed class EasyPasswordValidator : IPasswordValidator<PortalUser>
{
    private const int LeastLeft = 4;
    private const int LeastOwnPart = 4;

    /// <summary>The longest first, so that a piece is not cut by a shorter one. The last two lines are this portal's own words.</summary>
    private static readonly string[] Pieces =
    [
        .. new[]
        {
            "1234567890", "123456789", "12345678", "1234567", "123456", "12345", "1234", "123", "0987654321", "987654321", "87654321", "7654321", "654321", "54321", "4321", "321",
            "qwertyuiop", "qwerty", "qwer", "asdfghjkl", "asdfgh", "asdf", "zxcvbnm", "zxcvbn", "zxcv", "1qaz2wsx3edc4rfv", "1qaz2wsx3edc", "1qaz2wsx", "1qaz", "2wsx", "3edc", "4rfv", "qazwsxedc", "qazwsx",
            "1q2w3e4r5t6y", "1q2w3e4r5t", "1q2w3e4r", "1q2w3e", "q1w2e3r4t5", "q1w2e3r4", "q1w2e3", "a1b2c3d4", "a1b2c3", "1a2b3c4d", "1a2b3c", "abcdefgh", "abcdef", "abcd", "abc", "aabbcc",
            "password", "passw0rd", "p@ssw0rd", "p@ssword", "pass", "admin", "administrator", "root", "user", "guest", "test", "welcome", "letmein", "iloveyou", "loveyou", "love", "hello", "monkey", "dragon",
            "football", "baseball", "superman", "sunshine", "princess", "master", "login", "secret", "changeme", "default", "google", "taobao", "alibaba", "tencent", "wechat", "weixin",
            "woaini", "woaiwojia", "woaima", "5201314", "1314520", "1314521", "1314", "520", "521", "888888", "666666", "888", "666", "168", "aini", "caonima", "zhang", "wang", "chen", "liu",
            "yang", "huang", "zhao", "zhou", "xiao", "mima", "china", "zhongguo", "beijing",
            "chongqing", "cqjxw", "cq", "lvsegongchang", "lvse", "gongchang", "gongxin", "jingxin", "yuanqu", "greenfactory", "green", "factory", "park", "shenbao", "pingtai",
        }.OrderByDescending(piece => piece.Length),
    ];

    /// <inheritdoc/>
    public Task<IdentityResult> ValidateAsync(UserManager<PortalUser> manager, PortalUser user, string? password) => Task.FromResult(
        IsEasy(password ?? "", user) ? IdentityResult.Failed(new IdentityError { Code = "EasyPassword", Description = PasswordRules.Text }) : IdentityResult.Success);

    private static bool IsEasy(string password, PortalUser user)
    {
        var own = (user.Email ?? "").ToLowerInvariant().Split('@', '.', '-', '_').Append(user.PersonName.ToLowerInvariant()).Where(part => part.Length >= LeastOwnPart);
        var rest = own.Concat(Pieces).Aggregate(password.ToLowerInvariant(), (text, piece) => text.Replace(piece, "", StringComparison.Ordinal));

        // Years and further digits make no password out of a piece, and neither does one character again and again.
        return rest.Where(character => !char.IsAsciiDigit(character)).Distinct().Count() < LeastLeft;
    }
}
